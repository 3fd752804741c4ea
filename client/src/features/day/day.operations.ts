import { graphql } from '../../gql/index.js';

export const DAY_PARTS = graphql(`
  fragment Day_parts on ActivityDay {
    activityId
    version
    state
    theme
    themeEn
    onDate
    startMinute
    endMinute
    venueName
    inCharge
    needs
    recordedBy
    guests {
      personId
      name
      from
      tasks
      ready
      stopped
      checkIn {
        how
        arrival
        refusal
        inMinute
        outMinute
      }
    }
    lookedBack {
      taskReached
      processReached
      evaluation
      reflection
    }
  }
`);
export const REFUSED_PARTS = graphql(`
  fragment CheckIn_refused on CheckInRefused {
    why
    findings {
      requirement
      outcome
      rule
      clause
      since
      until
      remedy
    }
  }
`);

export const DAY = graphql(`
  query ActivityDay($id: ID!) {
    activityDay(activityId: $id) {
      ...Day_parts
    }
  }
`);
export const DOOR_CODE = graphql(`
  query DoorCode($id: ID!, $origin: String!) {
    activityDay(activityId: $id) {
      activityId
      theme
      themeEn
      state
    }
    doorCode(activityId: $id, origin: $origin) {
      code
      secondsLeft
      picture
    }
  }
`);
export const FIND_WALK_IN = graphql(`
  query FindWalkIn($name: String!) {
    volunteers(first: 5, filter: { name: $name }) {
      edges {
        node {
          id
          personId
          name
        }
      }
    }
  }
`);

export const LOCK_ROSTER = graphql(`
  mutation LockActivityRoster($input: DayStepInput!) {
    outcome: lockActivityRoster(input: $input) {
      ... on DayIncomplete {
        needs
      }
      ... on UserError {
        code
      }
    }
  }
`);
export const BEGIN = graphql(`
  mutation BeginActivity($input: DayStepInput!) {
    outcome: beginActivity(input: $input) {
      ... on DayIncomplete {
        needs
      }
      ... on UserError {
        code
      }
    }
  }
`);
export const CLOSE_ATTENDANCE = graphql(`
  mutation CloseAttendance($input: CloseAttendanceInput!) {
    outcome: closeAttendance(input: $input) {
      ... on DayIncomplete {
        needs
      }
      ... on UserError {
        code
      }
    }
  }
`);
export const LOOK_BACK = graphql(`
  mutation LookBackOnActivity($input: LookBackInput!) {
    outcome: lookBackOnActivity(input: $input) {
      ... on DayIncomplete {
        needs
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
export const CLOSE_ACTIVITY = graphql(`
  mutation CloseActivity($input: DayStepInput!) {
    outcome: closeActivity(input: $input) {
      ... on DayIncomplete {
        needs
      }
      ... on UserError {
        code
      }
    }
  }
`);
export const LET_IN = graphql(`
  mutation CheckInGuest($input: CheckInGuestInput!) {
    outcome: checkInGuest(input: $input) {
      ...Day_parts
      ...CheckIn_refused
      ... on UserError {
        code
      }
    }
  }
`);
export const LET_OUT = graphql(`
  mutation CheckOutGuest($input: CheckOutGuestInput!) {
    outcome: checkOutGuest(input: $input) {
      ...Day_parts
      ...CheckIn_refused
      ... on UserError {
        code
      }
    }
  }
`);

export const OWN_DAY_PARTS = graphql(`
  fragment OwnDay_parts on OwnDay {
    today {
      activityId
      theme
      themeEn
      startMinute
      endMinute
      venueName
      checkIn {
        how
        arrival
        refusal
        inMinute
        outMinute
      }
    }
    hours {
      onDate
      theme
      themeEn
      minutes
      state
    }
  }
`);
export const MY_DAY = graphql(`
  query MyDay {
    myDay {
      ...OwnDay_parts
    }
  }
`);
export const CHECK_IN = graphql(`
  mutation CheckIn($input: CheckInByCodeInput!) {
    outcome: checkIn(input: $input) {
      ...OwnDay_parts
      ...CheckIn_refused
      ... on TooManyAttempts {
        retryAfterSeconds
      }
      ... on UserError {
        code
      }
    }
  }
`);
export const CHECK_OUT = graphql(`
  mutation CheckOut($input: CheckOutInput!) {
    outcome: checkOut(input: $input) {
      ...OwnDay_parts
      ...CheckIn_refused
      ... on UserError {
        code
      }
    }
  }
`);
