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

export const RELEASE_CHECKS = graphql(`
  query ReleaseChecks {
    releaseChecks {
      id
      form
      audience
      marks
      checkedAt
      checkedBy
      own
      secondAt
      done
    }
  }
`);

export const CHECKED_CHILD = graphql(`
  query CheckedChild($id: ID!) {
    child(id: $id) {
      id
      name
    }
  }
`);
