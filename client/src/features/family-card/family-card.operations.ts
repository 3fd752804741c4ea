import { graphql } from '../../gql/index.js';

export const FAMILY_CARD = graphql(`
  query FamilyCard($companionshipId: ID!) {
    familyCard(companionshipId: $companionshipId) {
      code
      companionName
      workerName
      workerPhone
      agencyName
      agencyPhone
    }
  }
`);

export const MAKE_FAMILY_CARD = graphql(`
  mutation MakeFamilyCard($input: MakeFamilyCardInput!) {
    makeFamilyCard(input: $input) {
      ... on FamilyCard {
        companionName
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SAY_BY_CARD = graphql(`
  mutation SayByCard($input: SayByCardInput!) {
    sayByCard(input: $input) {
      ... on CardHeard {
        said
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
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
