import { graphql } from '../../gql/index.js';

export const VOLUNTEER_READINESS = graphql(`
  query VolunteerReadiness($on: LocalDate) {
    volunteerReadiness(on: $on) {
      total
      ready
      renewalDue
      notReady
      stopped
      reasons {
        requirement
        outcome
        volunteers
      }
    }
  }
`);

export const GRANT_EXEMPTION = graphql(`
  mutation GrantExemption($input: GrantExemptionInput!) {
    grantExemption(input: $input) {
      __typename
      ... on Volunteer {
        id
      }
      ... on FactRefused {
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

export const END_EXEMPTION = graphql(`
  mutation EndExemption($input: EndExemptionInput!) {
    endExemption(input: $input) {
      __typename
      ... on Volunteer {
        id
      }
      ... on FactRefused {
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
