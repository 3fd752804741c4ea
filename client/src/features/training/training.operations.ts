import { graphql } from '../../gql/index.js';

export const COURSE = graphql(`
  fragment Course_course on AgencyCourse {
    id
    title
    about
    kind
    way
    lessons
    tasks
    validMonths
    open
    version
  }
`);

export const SESSION = graphql(`
  fragment Session_session on TrainingMeeting {
    id
    course {
      id
      title
      way
    }
    happensOn
    startMinute
    minutes
    place
    link
    seats
    trainerName
    cancelled
    version
    people {
      personId
      name
      state
      attendedBy
      counted
    }
  }
`);

export const COURSES = graphql(`
  query AgencyCourses {
    agencyCourses {
      ...Course_course
    }
    trainingMeetings {
      ...Session_session
    }
  }
`);

export const ONE_COURSE = graphql(`
  query AgencyCourse($id: ID!) {
    agencyCourse(id: $id) {
      ...Course_course
    }
    trainingMeetings(courseId: $id) {
      ...Session_session
    }
    trainers {
      personId
      name
    }
  }
`);

export const ONE_SESSION = graphql(`
  query TrainingSession($id: ID!) {
    trainingMeeting(id: $id) {
      ...Session_session
    }
  }
`);

export const COACHING = graphql(`
  query Coaching($everybody: Boolean!) {
    coaching(everybody: $everybody) {
      of
      stuck {
        volunteerId
        name
        step
        on
        lessonsDone
        askedAgain {
          lesson {
            zh
            en
          }
          times
        }
      }
    }
  }
`);

export const ROOM_CODE = graphql(`
  query TrainingCode($id: ID!) {
    trainingCode(meetingId: $id) {
      code
      until
    }
  }
`);

export const ADD_COURSE = graphql(`
  mutation AddCourse($input: AddCourseInput!) {
    addCourse(input: $input) {
      ... on AgencyCourse {
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

export const CHANGE_COURSE = graphql(`
  mutation ChangeCourse($input: ChangeCourseInput!) {
    changeCourse(input: $input) {
      ... on AgencyCourse {
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

export const CLOSE_COURSE = graphql(`
  mutation CloseCourse($input: CloseCourseInput!) {
    closeCourse(input: $input) {
      ... on AgencyCourse {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SCHEDULE_TRAINING = graphql(`
  mutation ScheduleTraining($input: ScheduleTrainingInput!) {
    scheduleTraining(input: $input) {
      ... on TrainingMeeting {
        id
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
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

export const CANCEL_TRAINING = graphql(`
  mutation CancelTraining($input: CancelTrainingInput!) {
    cancelTraining(input: $input) {
      ... on TrainingMeeting {
        id
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

export const MARK_ATTENDED = graphql(`
  mutation MarkAttended($input: MarkAttendedInput!) {
    markAttended(input: $input) {
      ... on TrainingMeeting {
        id
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
