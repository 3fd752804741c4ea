import { graphql } from '../../gql/index.js';

export const TEAM_DAY = graphql(`
  fragment TeamDay_All on TeamDay {
    id
    kind
    state
    theme
    themeEn
    onDate
    startMinute
    endMinute
    venue
    address
    childCount
    taskGoal
    childrenPart
    otherTasks
    costLines {
      what
      amount
      per
    }
    places {
      tasks
      free
      binding
    }
    checkBy
    checksInTime
    cancelUntil
    waiting
  }
`);

export const TEAM_BOOKING = graphql(`
  fragment TeamBooking_All on TeamBooking {
    id
    team {
      id
      name
      shortName
    }
    day {
      ...TeamDay_All
    }
    tasks
    people
    wanted
    partly
    state
    expiresAt
    secondsLeft
    endedHow
    reason
    costs {
      what
      amount
      per
    }
    cost
    budget
    inLine
    requestedBy
    steps {
      at
      state
      people
      by
    }
    version
  }
`);

export const TEAM_DAYS = graphql(`
  query TeamDays($from: LocalDate!, $to: LocalDate!) {
    myTeams {
      id
      name
      shortName
    }
    teamDays(from: $from, to: $to) {
      ...TeamDay_All
    }
    daysOff(from: $from, to: $to) {
      day
      worked
      name
      nameEn
    }
    myTeamBookings {
      id
      state
      secondsLeft
      people
      team {
        shortName
      }
      day {
        id
      }
    }
  }
`);

export const TEAM_DAY_PAGE = graphql(`
  query TeamDayPage($activityId: ID!) {
    myTeams {
      id
      name
      shortName
    }
    teamDay(activityId: $activityId) {
      ...TeamDay_All
    }
    myTeamBookings {
      id
      state
      secondsLeft
      people
      team {
        id
        shortName
      }
      day {
        id
      }
    }
  }
`);

export const MY_TEAM_BOOKINGS = graphql(`
  query MyTeamBookings {
    myTeams {
      id
    }
    myTeamBookings {
      ...TeamBooking_All
    }
  }
`);

export const MY_TEAM_BOOKING = graphql(`
  query MyTeamBooking($id: ID!) {
    myTeamBooking(id: $id) {
      ...TeamBooking_All
    }
  }
`);

export const TEAM_BOOKING_CALENDAR = graphql(`
  query TeamBookingCalendar($id: ID!) {
    myTeamBookingCalendar(id: $id)
  }
`);

export const BOOKING_OUTCOME = graphql(`
  fragment BookingOutcome on TeamBookingResult {
    __typename
    ... on TeamBooking {
      id
      state
      version
    }
    ... on CapacityFull {
      places {
        tasks
        free
        binding
      }
    }
    ... on PlacesFree {
      places {
        tasks
        free
        binding
      }
    }
    ... on AlreadyBooked {
      bookingId
    }
    ... on NoticeOver {
      lastDay
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
`);

export const HOLD_TEAM_DAY = graphql(`
  mutation HoldTeamDay($input: TeamWishInput!) {
    outcome: holdTeamDay(input: $input) {
      ...BookingOutcome
    }
  }
`);

export const WAIT_FOR_TEAM_DAY = graphql(`
  mutation WaitForTeamDay($input: TeamWishInput!) {
    outcome: waitForTeamDay(input: $input) {
      ...BookingOutcome
    }
  }
`);

export const REQUEST_TEAM_BOOKING = graphql(`
  mutation RequestTeamBooking($input: TeamBookingInput!) {
    outcome: requestTeamBooking(input: $input) {
      ...BookingOutcome
    }
  }
`);

export const ACCEPT_TEAM_PLACES = graphql(`
  mutation AcceptTeamPlaces($input: TeamBookingInput!) {
    outcome: acceptTeamPlaces(input: $input) {
      ...BookingOutcome
    }
  }
`);

export const CHANGE_TEAM_BOOKING = graphql(`
  mutation ChangeTeamBooking($input: ChangeTeamBookingInput!) {
    outcome: changeTeamBooking(input: $input) {
      ...BookingOutcome
    }
  }
`);

export const CANCEL_TEAM_BOOKING = graphql(`
  mutation CancelTeamBooking($input: EndTeamBookingInput!) {
    outcome: cancelTeamBooking(input: $input) {
      ...BookingOutcome
    }
  }
`);
