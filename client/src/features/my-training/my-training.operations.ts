import { graphql } from '../../gql/index.js';

export const MINE = graphql(`
  fragment MyTraining_mine on MyTraining {
    courses {
      id
      title
      about
      kind
      way
      lessons
      tasks
      validMonths
    }
    sessions {
      id
      courseId
      happensOn
      startMinute
      minutes
      place
      link
      seats
      taken
      mine
      waitingBefore
      codeOpen
      lessonsOpen
    }
    done {
      kind
      title
      happenedOn
      validUntil
      evidence
    }
  }
`);

export const MY_TRAINING = graphql(`
  query MyTraining {
    myTraining {
      ...MyTraining_mine
    }
  }
`);

export const ENROL = graphql(`
  mutation EnrolInTraining($input: EnrolInTrainingInput!) {
    enrolInTraining(input: $input) {
      ... on MyTraining {
        ...MyTraining_mine
      }
      ... on TrainingRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const LEAVE = graphql(`
  mutation LeaveTraining($input: LeaveTrainingInput!) {
    leaveTraining(input: $input) {
      ... on MyTraining {
        ...MyTraining_mine
      }
      ... on TrainingRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const ATTEND = graphql(`
  mutation AttendTraining($input: AttendTrainingInput!) {
    attendTraining(input: $input) {
      ... on MyTraining {
        ...MyTraining_mine
      }
      ... on TrainingRefused {
        why
        triesLeft
      }
      ... on UserError {
        code
      }
    }
  }
`);
