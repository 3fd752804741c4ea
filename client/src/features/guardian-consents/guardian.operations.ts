import { graphql } from '../../gql/index.js';

export const GUARDIAN_VIEW = graphql(`
  query GuardianView {
    guardianView {
      childName
      agencyName
      contactPhone
      expiresAt
      consents {
        id
        ...ConsentCard_consent
      }
    }
  }
`);

export const ENDED_LINK = graphql(`
  query EndedLink {
    endedLink {
      agencyName
      contactPhone
    }
  }
`);

export const ENTER_BY_CODE = graphql(`
  mutation EnterByCode($input: EnterByCodeInput!) {
    enterByCode(input: $input) {
      ... on CodeTaken {
        path
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const WITHDRAW_CONSENT = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      ... on GuardianView {
        childName
      }
      ... on LinkExpired {
        code
      }
      ... on NotFound {
        code
      }
    }
  }
`);

export const OWN_CONSENTS = graphql(`
  query OwnConsents($language: ConsentLanguage!) {
    ownConsents(language: $language) {
      lines {
        purpose
        audience
        occasion
        until
        asked
        text {
          ...HeardText
        }
        groups {
          group
          answer
        }
      }
    }
  }
`);

export const ANSWER_OWN = graphql(`
  mutation AnswerOwnConsent($input: AnswerOwnConsentInput!) {
    answerOwnConsent(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`);

export const TAKE_BACK_OWN = graphql(`
  mutation TakeBackOwnConsent($input: TakeBackOwnConsentInput!) {
    takeBackOwnConsent(input: $input) {
      __typename
      ... on UserError {
        code
      }
    }
  }
`);
