import { graphql } from '../../gql/index.js';

export const RAISE_CONCERN = graphql(`
  mutation RaiseConcern($input: RaiseConcernInput!) {
    raiseConcern(input: $input) {
      ... on ConcernReceipt {
        raisedAt
        dueAt
        workerName
        workerPhone
        agencyPhone
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

export const CONCERNS = graphql(`
  query Concerns($first: Int, $after: String) {
    concerns(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          childId
          childName
          companionshipId
          raisedByKind
          raisedBy
          text
          raisedAt
          dueAt
          state
          seenBy
          seenAt
          workerName
        }
      }
    }
  }
`);

export const MARK_CONCERN_SEEN = graphql(`
  mutation MarkConcernSeen($input: MarkConcernSeenInput!) {
    markConcernSeen(input: $input) {
      ... on Concern {
        id
        state
        seenBy
        seenAt
      }
      ... on UserError {
        code
      }
    }
  }
`);
