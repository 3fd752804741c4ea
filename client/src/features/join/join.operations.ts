import { graphql } from '../../gql/index.js';

export const INVITATION = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      agencyName
      identifierHint
      hasAccount
      roles
      locale
      expiresAt
    }
  }
`);

export const ACCEPT_INVITATION = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on Viewer {
        id
        face
      }
      ... on SecondFactorNeeded {
        code
      }
      ... on AccountOpensLater {
        opensOn
      }
      ... on InvitationEnded {
        code
      }
      ... on SignInFailed {
        code
      }
      ... on TooManyAttempts {
        code
        retryAfterSeconds
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
