import { graphql } from '../../gql/index.js';

export const MY_AGREEMENTS = graphql(`
  query MyAgreements($language: Locale!) {
    myAgreements(language: $language) {
      id
      state
      number
      language
      title
      text
      plain
      textHash
      waitsFor
      hands {
        capacity
        method
        name
        signedAt
      }
      signBy
      startsOn
      validUntil
      endedOn
    }
  }
`);

export const SIGN = graphql(`
  mutation SignAgreement($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      ... on MyAgreement {
        id
        state
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

export const LEAVE = graphql(`
  mutation LeaveAgreement($input: LeaveAgreementInput!) {
    leaveAgreement(input: $input) {
      ... on MyAgreement {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);
