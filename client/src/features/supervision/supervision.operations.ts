import { graphql } from '../../gql/index.js';

export const TALK = graphql(`
  fragment Talk_session on SupervisionSession {
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
    mine
    topics
    signedAt
    missedFor
    version
    seats {
      volunteerId
      name
      came
      wish
      wellbeing
      note
      praise
      signedAt
    }
    actions {
      id
      name
      volunteerId
      text
      dueOn
      doneAt
    }
  }
`);

export const TALKS = graphql(`
  query SupervisionSessions {
    supervisionSessions {
      id
      kind
      format
      state
      plannedOn
      startMinute
      heldOn
      leaderName
      mine
      seats {
        volunteerId
        name
        came
        signedAt
      }
      actions {
        id
        doneAt
      }
    }
    mySupervised {
      volunteerId
      name
      held
      individualDueOn
      groupDueOn
      overdue
    }
  }
`);

export const ONE_TALK = graphql(`
  query SupervisionSession($id: ID!) {
    supervisionSession(id: $id) {
      ...Talk_session
    }
    supervisionAgenda(supervisionSessionId: $id) {
      kind
      volunteerId
      on
      text
      companionshipId
      pseudonym
      requirement
      concernId
    }
  }
`);

export const MY_SUPERVISED = graphql(`
  query MySupervised {
    mySupervised {
      volunteerId
      name
      overdue
      individualDueOn
      groupDueOn
    }
  }
`);

export const SCHEDULE = graphql(`
  mutation ScheduleSupervision($input: ScheduleSupervisionInput!) {
    scheduleSupervision(input: $input) {
      ... on SupervisionSession {
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

export const HOLD = graphql(`
  mutation HoldSupervision($input: HoldSupervisionInput!) {
    holdSupervision(input: $input) {
      ... on SupervisionSession {
        id
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

export const MISS = graphql(`
  mutation MissSupervision($input: MissSupervisionInput!) {
    missSupervision(input: $input) {
      ... on SupervisionSession {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const FINISH_ACTION = graphql(`
  mutation FinishSupervisionAction($input: FinishSupervisionActionInput!) {
    finishSupervisionAction(input: $input) {
      ... on SupervisionSession {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);
