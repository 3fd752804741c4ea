import { graphql } from '../../gql/index.js';

export const GUEST_DAY = graphql(`
  fragment GuestDay_Day on GuestDay {
    theme
    themeEn
    teamName
    onDate
    startMinute
    endMinute
    venueName
    tasks
    otherTasks
    checkBy
    checksCanArrive
    closed
  }
`);

export const OPEN_TEAM_DAY = graphql(`
  query OpenTeamDay($code: String!) {
    openTeamDay(code: $code) {
      agencyName
      agencyPhone
      otherCompany
      wayIn {
        company
        startPath
        ownName
      }
      day {
        ...GuestDay_Day
      }
    }
  }
`);

export const ASK_FOR_TEAM_DAY = graphql(`
  mutation AskForTeamDay($input: AskForTeamDayInput!) {
    askForTeamDay(input: $input) {
      ... on TeamDayAsked {
        asked
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on RosterRefused {
        why
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const MY_TEAM_DAYS_PART = graphql(`
  fragment MyTeamDays_All on MyTeamDays {
    ownName
    days {
      id
      state
      chosen
      needs
      needsWithout
      locked
      signedAt
      agreement {
        zh
        en
      }
      day {
        ...GuestDay_Day
      }
    }
  }
`);

export const MY_TEAM_DAYS = graphql(`
  query MyTeamDays {
    myTeamDays {
      ...MyTeamDays_All
    }
  }
`);

export const JOIN_TEAM_DAY = graphql(`
  mutation JoinTeamDay($input: JoinTeamDayInput!) {
    joinTeamDay(input: $input) {
      ... on MyTeamDays {
        ownName
      }
      ... on RosterRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CHOOSE_TASKS = graphql(`
  mutation ChooseTeamDayTasks($input: ChooseTeamDayTasksInput!) {
    chooseTeamDayTasks(input: $input) {
      ... on MyTeamDays {
        ownName
      }
      ... on RosterRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const LEAVE_TEAM_DAY = graphql(`
  mutation LeaveTeamDay($input: LeaveTeamDayInput!) {
    leaveTeamDay(input: $input) {
      ... on MyTeamDays {
        ownName
      }
      ... on RosterRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SIGN_DAY_AGREEMENT = graphql(`
  mutation SignDayAgreement($input: SignDayAgreementInput!) {
    signDayAgreement(input: $input) {
      ... on MyTeamDays {
        ownName
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on RosterRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const TEAM_DAY_COURSE = graphql(`
  query TeamDayCourse {
    teamDayCourse {
      finishedAt
      lessons {
        key
        place
        title {
          zh
          en
        }
        minutes
        done
        passages {
          kind
          text {
            zh
            en
          }
        }
        quiz {
          key
          ask {
            zh
            en
          }
          options {
            key
            text {
              zh
              en
            }
          }
        }
      }
    }
  }
`);
