import { graphql } from '../../gql/index.js';

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ... on Viewer {
        id
      }
      ... on SignInFailed {
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
