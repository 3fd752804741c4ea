import { graphql } from '../../gql/index.js';

export const TAKERS = graphql(`
  query Takers($id: ID!) {
    companionship(id: $id) {
      id
      takers(first: 5) {
        run {
          id
          startedAt
        }
        suggestions {
          volunteer {
            id
            name
          }
          score
          loss
          parts {
            criterion
            points
            fact
          }
        }
      }
    }
  }
`);

export const HAND_ON = graphql(`
  mutation HandOnCompanionship($input: HandOnCompanionshipInput!) {
    handOnCompanionship(input: $input) {
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
