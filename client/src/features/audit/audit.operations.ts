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
          actorId
          action
          subjectType
          subjectId
          facts
          hash
        }
      }
    }
  }
`);

export const AUDIT_STANDING = graphql(`
  query AuditStanding {
    auditStanding {
      rows
      firstAt
      anchoredAt
      anchoredTo
    }
  }
`);

export const AUDIT_VERDICT = graphql(`
  query AuditVerdict {
    auditVerdict {
      whole
      from
      to
      brokenAt
      problem
    }
  }
`);
