import { graphql } from '../../gql/index.js';

export const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on Viewer {
        id
        face
      }
      ... on SignInFailed {
        code
      }
      ... on TooManyAttempts {
        code
        retryAfterSeconds
      }
    }
  }
`);
