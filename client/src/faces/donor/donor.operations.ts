import { graphql } from '../../gql/index.js';

export const SPONSORED_CHILDREN = graphql(`
  query SponsoredChildren {
    sponsoredChildren {
      id
      initial
      startsOn
      endsOn
      open
      ageBand
      schoolStage
      interests
      district
      cards {
        id
        title
        text
        releasedAt
      }
    }
  }
`);
