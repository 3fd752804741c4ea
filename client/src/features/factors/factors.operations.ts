import { graphql } from '../../gql/index.js';

export const MY_FACTORS = graphql(`
  query MyFactors {
    myFactors {
      factors {
        id
        method
        name
        addedAt
        lastUsedAt
      }
      recoveryCodesLeft
    }
  }
`);

export const BEGIN_TOTP = graphql(`
  mutation BeginTotp($input: OwnPasswordInput!) {
    beginTotp(input: $input) {
      ... on TotpSetup {
        secret
        address
        picture
      }
      ... on SignInFailed {
        code
      }
      ... on StepUpNeeded {
        methods
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const CONFIRM_TOTP = graphql(`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      ... on FactorAdded {
        recoveryCodes
      }
      ... on InvalidInput {
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

export const REMOVE_FACTOR = graphql(`
  mutation RemoveFactor($input: RemoveFactorInput!) {
    removeFactor(input: $input) {
      ... on MyFactors {
        recoveryCodesLeft
      }
      ... on LastFactor {
        code
      }
      ... on NotFound {
        code
      }
      ... on SignInFailed {
        code
      }
      ... on StepUpNeeded {
        methods
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const RENEW_RECOVERY_CODES = graphql(`
  mutation RenewRecoveryCodes($input: OwnPasswordInput!) {
    renewRecoveryCodes(input: $input) {
      ... on RecoveryCodes {
        codes
      }
      ... on NotFound {
        code
      }
      ... on SignInFailed {
        code
      }
      ... on StepUpNeeded {
        methods
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const PROVE_FACTOR = graphql(`
  mutation ProveFactor($input: TypedFactorInput!) {
    proveFactor(input: $input) {
      ... on MyFactors {
        recoveryCodesLeft
      }
      ... on FactorWrong {
        code
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const BEGIN_PASSKEY = graphql(`
  mutation BeginPasskey($input: OwnPasswordInput!) {
    beginPasskey(input: $input) {
      ... on PasskeyCreation {
        request
      }
      ... on SignInFailed {
        code
      }
      ... on StepUpNeeded {
        methods
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const CONFIRM_PASSKEY = graphql(`
  mutation ConfirmPasskey($input: ConfirmPasskeyInput!) {
    confirmPasskey(input: $input) {
      ... on FactorAdded {
        recoveryCodes
      }
      ... on InvalidInput {
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

export const ASK_PROOF_PASSKEY = graphql(`
  mutation AskProofPasskey {
    askProofPasskey {
      request
    }
  }
`);

export const PROVE_BY_PASSKEY = graphql(`
  mutation ProveByPasskey($input: PasskeyAnswerInput!) {
    proveByPasskey(input: $input) {
      ... on MyFactors {
        recoveryCodesLeft
      }
      ... on FactorWrong {
        code
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const RESET_FACTORS = graphql(`
  mutation ResetFactors($input: ResetFactorsInput!) {
    resetFactors(input: $input) {
      ... on FactorsReset {
        personId
      }
      ... on FactorResetRefused {
        why
      }
      ... on InvalidInput {
        fields {
          field
        }
      }
      ... on NotFound {
        code
      }
      ... on StepUpNeeded {
        methods
      }
    }
  }
`);
