import { graphql } from '../../gql/index.js';

export const CONSENT_TEXT = graphql(`
  fragment HeardText on ConsentText {
    hash
    parts {
      part
      text
    }
  }
`);

export const CONSENT_LEDGER = graphql(`
  query ConsentLedger($childId: ID!) {
    consentLedger(childId: $childId) {
      childId
      childName
      age
      lines {
        purpose
        audience
        occasion
        until
        groups {
          group
          verdict
        }
      }
      statements {
        id
        purpose
        audience
        occasion
        giver
        giverName
        relation
        method
        witnessName
        signature
        note
        readAloud
        from
        until
        recordedAt
        text
        textVersion
        textHash
        grants {
          group
          answer
          withdrawnAt
        }
        papers {
          id
          path
          name
          kind
          bytes
          addedAt
        }
      }
      guardians {
        id
        name
        relation
        barred
      }
      tasks {
        kind
        purpose
        audience
        occasion
        dueOn
      }
      requests {
        purpose
        audience
        occasion
        until
        askedAt
      }
    }
  }
`);

export const TEXT_FOR = graphql(`
  query ConsentTextFor(
    $purpose: DisclosurePurpose!
    $audience: DisclosureAudience!
    $until: LocalDate!
    $language: ConsentLanguage!
    $occasion: String
  ) {
    consentText(purpose: $purpose, audience: $audience, until: $until, language: $language, occasion: $occasion) {
      ...HeardText
    }
  }
`);

export const RECORD_DISCLOSURE_CONSENT = graphql(`
  mutation RecordDisclosureConsent($input: RecordDisclosureConsentInput!) {
    recordDisclosureConsent(input: $input) {
      ... on ConsentLedger {
        childId
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

export const TAKE_BACK_DISCLOSURE = graphql(`
  mutation TakeBackDisclosure($input: TakeBackDisclosureInput!) {
    takeBackDisclosure(input: $input) {
      ... on ConsentLedger {
        childId
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const ASK_BY_LINK = graphql(`
  mutation AskByLink($input: AskByLinkInput!) {
    askByLink(input: $input) {
      ... on ConsentAsked {
        path
        expiresAt
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

export const BAR_GUARDIAN = graphql(`
  mutation BarGuardian($input: GuardianBarInput!) {
    barGuardian(input: $input) {
      ... on ConsentLedger {
        childId
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

export const LIFT_GUARDIAN_BAR = graphql(`
  mutation LiftGuardianBar($input: GuardianBarInput!) {
    liftGuardianBar(input: $input) {
      ... on ConsentLedger {
        childId
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

export const CONSENT_TASKS = graphql(`
  query ConsentTasks {
    consentTasks {
      kind
      childId
      childName
      purpose
      audience
      occasion
      dueOn
    }
  }
`);
