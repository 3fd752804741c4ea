import { graphql } from '../../gql/index.js';

export const ANSWER_TELLING = graphql(`
  mutation AnswerTelling($input: AnswerTellingInput!) {
    answerTelling(input: $input) {
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
