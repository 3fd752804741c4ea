import { graphql } from '../../gql/index.js';

export const FAMILY_AGREEMENTS = graphql(`
  query FamilyAgreements($language: Locale!) {
    familyAgreements(language: $language) {
      id
      state
      language
      title
      text
      plain
      textHash
      toSign
      validUntil
      guardianName
      relation
    }
  }
`);

export const SIGN_FAMILY = graphql(`
  mutation SignFamilyAgreement($input: SignFamilyAgreementInput!) {
    signFamilyAgreement(input: $input) {
      ... on FamilyAgreement {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const LEAVE_FAMILY = graphql(`
  mutation LeaveFamilyAgreement($input: LeaveFamilyAgreementInput!) {
    leaveFamilyAgreement(input: $input) {
      ... on FamilyAgreement {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const TO_COSIGN = graphql(`
  query AgreementToCosign($code: String!, $language: Locale!) {
    agreementToCosign(code: $code, language: $language) {
      agencyName
      agencyPhone
      volunteerName
      language
      title
      text
      plain
      textHash
      signed
    }
  }
`);

export const COSIGN = graphql(`
  mutation CosignAgreement($input: CosignAgreementInput!) {
    cosignAgreement(input: $input) {
      ... on AgreementToCosign {
        signed
      }
      ... on UserError {
        code
      }
    }
  }
`);
