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

export const ASK_STEP_PASSKEY = graphql(`
  mutation AskStepPasskey {
    askStepPasskey {
      ... on PasskeyRequest {
        request
      }
      ... on SignInEnded {
        code
      }
    }
  }
`);

export const CONFIRM_SIGN_IN_BY_PASSKEY = graphql(`
  mutation ConfirmSignInByPasskey($input: PasskeyAnswerInput!) {
    confirmSignInByPasskey(input: $input) {
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

export const ASK_PASSKEY_SIGN_IN = graphql(`
  mutation AskPasskeySignIn {
    askPasskeySignIn {
      ... on PasskeyRequest {
        request
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const SIGN_IN_BY_PASSKEY = graphql(`
  mutation SignInByPasskey($input: PasskeyAnswerInput!) {
    signInByPasskey(input: $input) {
      ... on Viewer {
        id
      }
      ... on SignInFailed {
        code
      }
    }
  }
`);
