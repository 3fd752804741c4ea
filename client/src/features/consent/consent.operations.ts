import { graphql } from '../../gql/index.js';

export const RECORD_CONSENT = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      ... on Companionship {
        id
        version
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

export const CREATE_GUARDIAN_LINK = graphql(`
  mutation CreateGuardianLink($input: CreateGuardianLinkInput!) {
    createGuardianLink(input: $input) {
      ... on GuardianLink {
        path
        expiresAt
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CREATE_GUARDIAN_CODE = graphql(`
  mutation CreateGuardianCode($input: CreateGuardianCodeInput!) {
    createGuardianCode(input: $input) {
      ... on GuardianCode {
        code
        path
        expiresAt
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const GUARDIAN_LINKS = graphql(`
  query GuardianLinks($companionshipId: ID!) {
    guardianLinks(companionshipId: $companionshipId) {
      id
      kind
      state
      revocable
      guardianName
      madeBy
      createdAt
      expiresAt
      revokedAt
      openedAt
    }
  }
`);

export const REVOKE_GUARDIAN_LINK = graphql(`
  mutation RevokeGuardianLink($input: RevokeGuardianLinkInput!) {
    revokeGuardianLink(input: $input) {
      ... on GuardianLinkEntry {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);
