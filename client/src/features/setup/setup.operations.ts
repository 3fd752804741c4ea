import { graphql } from '../../gql/index.js';

export const CREATE_AGENCY = graphql(`
  mutation CreateAgency($input: CreateAgencyInput!) {
    createAgency(input: $input) {
      ... on Viewer {
        id
        face
      }
      ... on SetupAlreadyDone {
        code
      }
      ... on InvalidInput {
        code
        fields {
          field
          code
        }
      }
    }
  }
`);
