import { graphql } from '../../gql/index.js';

export const MY_CREDITS = graphql(`
  query MyCredits {
    myCredits {
      paperSubject
      courses {
        id
        title
      }
      asked {
        id
        courseTitle
        learnedOn
        until
        place
        state
        refusedFor
        words
        paperCount
      }
    }
  }
`);

export const ASK_CREDIT = graphql(`
  mutation AskTrainingCredit($input: AskTrainingCreditInput!) {
    askTrainingCredit(input: $input) {
      __typename
      ... on TrainingRefused {
        why
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const WITHDRAW_CREDIT = graphql(`
  mutation WithdrawTrainingCredit($input: WithdrawTrainingCreditInput!) {
    withdrawTrainingCredit(input: $input) {
      __typename
    }
  }
`);
