import { graphql } from '../../gql/index.js';

export const INVITE_COVER = graphql(`
  mutation InviteCover($input: InviteCoverInput!) {
    inviteCover(input: $input) {
      ... on Companionship {
        id
      }
      ... on VolunteerNotEligible {
        findings {
          requirement
          outcome
          rule
          clause
          since
          until
          remedy
        }
      }
      ... on PlaceTaken {
        who
      }
      ... on PairRefused {
        reasons {
          code
        }
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
