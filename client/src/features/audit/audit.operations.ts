import { graphql } from '../../gql/index.js';

export const AUDIT_TRAIL = graphql(`
  query AuditTrail($first: Int, $after: String, $filter: AuditFilter) {
    auditTrail(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          sequence
          at
          actorName
          action
          subjectType
          facts
          hash
        }
      }
    }
  }
`);
