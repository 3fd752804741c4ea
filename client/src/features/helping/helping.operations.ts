import { graphql } from '../../gql/index.js';

export const HELPER_JOURNEY = graphql(`
  fragment HelperJourneyCard on HelperJourney {
    id
    name
    childId
    origin
    minor
    state
    accompanied
    accompaniedNeeded
    childSaidYes
    guardianSaidYes
    leftOn
    supervisorName
    moments {
      step
      on
      words
    }
  }
`);

export const HELPER_JOURNEYS = graphql(`
  query HelperJourneys {
    helperJourneys {
      id
      childId
      ...HelperJourneyCard
    }
  }
`);

export const HELPER_COUNTS = graphql(`
  query HelperCounts($on: LocalDate!) {
    helperCounts(on: $on, outside: false) {
      step
      total
      parts {
        origin
        count
      }
    }
    grownVolunteers(on: $on, outside: false) {
      roles
      served
      kinds {
        kind
        count
      }
    }
  }
`);

export const HELPER_CHOICES = graphql(`
  query HelperChoices($childId: ID!) {
    helperChoices(childId: $childId) {
      family {
        id
        name
        origin
        against
      }
      supervisors {
        id
        name
      }
      guardians {
        id
        name
      }
    }
  }
`);

export const HELPER_TEXT = graphql(`
  query HelperText($english: Boolean!) {
    helperText(english: $english) {
      parts
      hash
    }
    helperCompanions {
      id
      name
    }
  }
`);

export const BEGIN_HELPING = graphql(`
  mutation BeginHelping($input: BeginHelpingInput!) {
    beginHelping(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const RECORD_HELPER_ANSWER = graphql(`
  mutation RecordHelperAnswer($input: RecordHelperAnswerInput!) {
    recordHelperAnswer(input: $input) {
      __typename
    }
  }
`);

export const ASK_HELPER_GUARDIAN = graphql(`
  mutation AskHelperGuardian($input: AskHelperGuardianInput!) {
    askHelperGuardian(input: $input) {
      ... on HelperAsked {
        path
        expiresAt
      }
    }
  }
`);

export const RECORD_ACCOMPANIED = graphql(`
  mutation RecordAccompanied($input: RecordAccompaniedInput!) {
    recordAccompanied(input: $input) {
      __typename
    }
  }
`);

export const RECORD_HELPER_STEP = graphql(`
  mutation RecordHelperStep($input: RecordHelperStepInput!) {
    recordHelperStep(input: $input) {
      __typename
    }
  }
`);

export const LEAVE_HELPING = graphql(`
  mutation LeaveHelping($input: LeaveHelpingInput!) {
    leaveHelping(input: $input) {
      __typename
    }
  }
`);

export const MY_HELPING = graphql(`
  query MyHelping {
    myHelping {
      id
      state
      accompanied
      accompaniedNeeded
      moments {
        step
        on
        words
      }
    }
  }
`);

export const TELL_MY_HELPING = graphql(`
  mutation TellMyHelping($input: TellMyHelpingInput!) {
    tellMyHelping(input: $input) {
      __typename
    }
  }
`);

export const LEAVE_MY_HELPING = graphql(`
  mutation LeaveMyHelping {
    leaveMyHelping {
      __typename
    }
  }
`);

export const HELPER_QUESTION = graphql(`
  query HelperQuestion($english: Boolean!) {
    helperQuestion(english: $english) {
      childName
      yes
      text {
        parts
        hash
      }
    }
  }
`);

export const ANSWER_HELPER_QUESTION = graphql(`
  mutation AnswerHelperQuestion($input: AnswerHelperQuestionInput!) {
    answerHelperQuestion(input: $input) {
      __typename
    }
  }
`);
