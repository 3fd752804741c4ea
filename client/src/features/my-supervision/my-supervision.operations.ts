import { graphql } from '../../gql/index.js';

export const MY_TALKS = graphql(`
  query MySupervision {
    mySupervision {
      id
      kind
      format
      source
      state
      plannedOn
      startMinute
      heldOn
      minutes
      leaderName
      wish
      came
      topics
      wellbeing
      note
      praise
      actions {
        id
        name
        volunteerId
        text
        dueOn
        doneAt
      }
      signedAt
      leaderSignedAt
      version
    }
  }
`);

export const WISH = graphql(`
  mutation WishForSupervision($input: WishForSupervisionInput!) {
    wishForSupervision(input: $input) {
      ... on MySupervision {
        id
        wish
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SIGN = graphql(`
  mutation SignSupervision($input: SignSupervisionInput!) {
    signSupervision(input: $input) {
      ... on MySupervision {
        id
        state
        signedAt
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const FINISH_OWN = graphql(`
  mutation FinishOwnSupervisionAction($input: FinishOwnSupervisionActionInput!) {
    finishOwnSupervisionAction(input: $input) {
      ... on MySupervision {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);
