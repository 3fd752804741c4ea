import { graphql } from '../../gql/index.js';

export const INVITE_PERSON = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      ... on InvitationSent {
        path
        account {
          personId
          state
          expiresAt
        }
      }
      ... on RoleNotYours {
        code
        role
      }
      ... on AlreadyHasAccount {
        code
      }
      ... on IdentifierTaken {
        code
      }
      ... on InvalidInput {
        code
        fields {
          field
          code
        }
      }
      ... on NotFound {
        code
      }
    }
  }
`);

export const REVOKE_INVITATION = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      ... on AccountStanding {
        personId
        state
      }
      ... on NotFound {
        code
      }
    }
  }
`);
