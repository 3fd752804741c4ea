import { graphql } from '../../gql/index.js';

export const RECORD_CONTACT = graphql(`
  mutation RecordContact($input: RecordContactInput!) {
    recordContact(input: $input) {
      ... on CompanionshipStep {
        id
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

export const PAUSE_COMPANIONSHIP = graphql(`
  mutation PauseCompanionship($input: PauseCompanionshipInput!) {
    pauseCompanionship(input: $input) {
      ... on CompanionshipStep {
        state
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
