import { graphql } from '../../gql/index.js';

export const REQUEST_FILE = graphql(`
  mutation RequestFileAccess($input: RequestFileAccessInput!) {
    requestFileAccess(input: $input) {
      __typename
      ... on FileAccess {
        id
        state
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const CLOSE_FILE = graphql(`
  mutation CloseFile($input: CloseFileInput!) {
    closeFile(input: $input) {
      __typename
    }
  }
`);

export const FILE_REQUESTS = graphql(`
  query FileRequests {
    fileRequests {
      id
      childId
      pseudonym
      requestedBy
      requestedAt
      reason
      version
    }
  }
`);

export const DECIDE_FILE = graphql(`
  mutation DecideFileAccess($input: DecideFileAccessInput!) {
    decideFileAccess(input: $input) {
      __typename
    }
  }
`);

export const FILE_READERS = graphql(`
  query FileReaders($subjectId: ID!, $first: Int, $after: String) {
    fileReaders(subjectId: $subjectId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          readerName
          inList
          contact
          paper
        }
      }
    }
  }
`);
