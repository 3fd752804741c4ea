import { graphql } from '../../gql/index.js';

export const CREDITS_TO_DECIDE = graphql(`
  query CreditsToDecide {
    creditsToDecide {
      waiting {
        id
        name
        own
        course {
          id
          title
        }
        learnedOn
        until
        place
        askedAt
        papers {
          id
          path
          name
          pdf
        }
      }
    }
  }
`);

export const DECIDE_CREDIT = graphql(`
  mutation DecideTrainingCredit($input: DecideTrainingCreditInput!) {
    decideTrainingCredit(input: $input) {
      __typename
      ... on TrainingRefused {
        why
      }
    }
  }
`);
