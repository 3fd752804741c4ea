import { graphql } from '../../gql/index.js';

export const CHILDREN_FOR_COMPANY = graphql(`
  query ChildrenForCompany {
    childrenForCompany {
      id
      initial
      until
      ageBand
      interests
    }
  }
`);

export const CHILDREN_FOR_PARTNER = graphql(`
  query ChildrenForPartner {
    childrenForPartner {
      id
      initial
      until
      ageBand
      schoolStage
      district
      cards {
        title
        text
        releasedAt
      }
    }
  }
`);

export const CHILDREN_FOR_EXPERT = graphql(`
  query ChildrenForExpert {
    childrenForExpert {
      id
      initial
      until
      ageBand
      schoolStage
      interests
      cards {
        title
        text
        releasedAt
      }
    }
  }
`);

export const CHILD_SHARES = graphql(`
  query ChildShares($childId: ID!) {
    childShares(childId: $childId) {
      id
      audience
      readerName
      organisation
      openedOn
      until
      open
    }
  }
`);

export const SHARE_READERS = graphql(`
  query ShareReaders {
    shareReaders {
      id
      name
      audience
    }
  }
`);

export const OPEN_SHARE = graphql(`
  mutation OpenShare($input: OpenShareInput!) {
    openShare(input: $input) {
      ... on ChildShare {
        id
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CLOSE_SHARE = graphql(`
  mutation CloseShare($input: CloseShareInput!) {
    closeShare(input: $input) {
      ... on ChildShare {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);
