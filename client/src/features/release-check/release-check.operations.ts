import { graphql } from '../../gql/index.js';

export const RELEASE_CHECK = graphql(`
  query ReleaseCheck($childId: ID!, $text: String!) {
    releaseCheck(childId: $childId, text: $text) {
      kind
      from
      to
      instead
      sure
    }
  }
`);
