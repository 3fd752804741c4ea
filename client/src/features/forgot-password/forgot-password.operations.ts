import { graphql } from '../../gql/index.js';

export const ASK_PASSWORD_RESET = graphql(`
  mutation AskPasswordReset($input: AskPasswordResetInput!) {
    askPasswordReset(input: $input) {
      ... on CodeAsked {
        channel
        minutes
      }
      ... on InvalidInput {
        code
        fields {
          field
          code
        }
      }
      ... on TooManyAttempts {
        code
        retryAfterSeconds
      }
    }
  }
`);

export const RESET_PASSWORD_BY_CODE = graphql(`
  mutation ResetPasswordByCode($input: ResetPasswordByCodeInput!) {
    resetPasswordByCode(input: $input) {
      ... on Viewer {
        id
      }
      ... on SecondFactorNeeded {
        code
      }
      ... on CodeEnded {
        code
      }
      ... on CodeWrong {
        code
        triesLeft
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

export const RESET_PASSWORD_BY_LINK = graphql(`
  mutation ResetPasswordByLink($input: ResetPasswordByLinkInput!) {
    resetPasswordByLink(input: $input) {
      ... on Viewer {
        id
      }
      ... on SecondFactorNeeded {
        code
      }
      ... on CodeEnded {
        code
      }
      ... on CodeWrong {
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

export const PASSWORD_LINK_OPENS = graphql(`
  query PasswordLinkOpens($token: String!) {
    passwordLinkOpens(token: $token)
  }
`);
