import { graphql } from '../../gql/index.js';

export const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on Viewer {
        id
        face
      }
      ... on SecondFactorNeeded {
        code
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

export const PENDING_SIGN_IN = graphql(`
  query PendingSignIn {
    pendingSignIn {
      methods
    }
  }
`);

export const CONFIRM_SIGN_IN = graphql(`
  mutation ConfirmSignIn($input: TypedFactorInput!) {
    confirmSignIn(input: $input) {
      ... on Viewer {
        id
        face
      }
      ... on FactorWrong {
        triesLeft
      }
      ... on SignInEnded {
        code
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);
