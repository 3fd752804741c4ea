import { graphql } from '../../gql/index.js';

export const STAFF_LIST = graphql(`
  query StaffList {
    staffList {
      roles
      offices {
        id
        name
        startsOn
        endsOn
      }
      members {
        personId
        name
        email
        stopped
        credentialEndsOn
        account {
          personId
          state
          invitationId
          invitedAt
          expiresAt
        }
        posts {
          id
          role
          office
          officeId
          startsOn
          endsOn
        }
        awaited {
          role
          office
          officeId
          startsOn
          endsOn
        }
      }
    }
  }
`);

export const GRANT_ROLE = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      ... on StaffMember {
        personId
      }
      ... on StaffRefused {
        why
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

export const END_ROLE = graphql(`
  mutation EndRole($input: EndRoleInput!) {
    endRole(input: $input) {
      ... on StaffMember {
        personId
      }
      ... on StaffRefused {
        why
        volunteers
        companionships
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
