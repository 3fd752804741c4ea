import { graphql } from '../../gql/index.js';

export const ADD_NEXT_STEP = graphql(`
  mutation AddNextStep($input: AddNextStepInput!) {
    addNextStep(input: $input) {
      ... on CompanionshipStep {
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

export const TICK_NEXT_STEP = graphql(`
  mutation TickNextStep($input: TickNextStepInput!) {
    tickNextStep(input: $input) {
      ... on CompanionshipStep {
        id
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const DROP_NEXT_STEP = graphql(`
  mutation DropNextStep($input: DropNextStepInput!) {
    dropNextStep(input: $input) {
      ... on CompanionshipStep {
        id
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);
