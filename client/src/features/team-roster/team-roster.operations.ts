import { graphql } from '../../gql/index.js';

export const ROSTER_PART = graphql(`
  fragment Roster_All on Roster {
    bookingId
    state
    people
    version
    invited
    linkAddress
    linkPicture
    day {
      ...GuestDay_Day
    }
    lines {
      id
      name
      chosen
      needs
      needsWithout
      remindedAt
      turnout
    }
  }
`);

export const ROSTERS = graphql(`
  query Rosters($activityId: ID) {
    rosters(activityId: $activityId) {
      bookingId
      state
      people
      joined
      waiting
      turnout {
        came
        otherTasks
        absent
      }
      day {
        ...GuestDay_Day
      }
    }
  }
`);

export const ROSTER = graphql(`
  query Roster($bookingId: ID!) {
    roster(bookingId: $bookingId) {
      ...Roster_All
    }
  }
`);

export const MAKE_LINK = graphql(`
  mutation MakeRosterLink($input: RosterLinkInput!) {
    outcome: makeRosterLink(input: $input) {
      ... on Roster {
        ...Roster_All
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

export const CLOSE_LINK = graphql(`
  mutation CloseRosterLink($input: RosterLinkInput!) {
    outcome: closeRosterLink(input: $input) {
      ... on Roster {
        ...Roster_All
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

export const REMIND = graphql(`
  mutation RemindRoster($input: RosterLinkInput!) {
    outcome: remindRoster(input: $input) {
      ... on Roster {
        ...Roster_All
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

export const TAKE_OFF = graphql(`
  mutation TakeOffRoster($input: TakeOffRosterInput!) {
    outcome: takeOffRoster(input: $input) {
      ... on Roster {
        ...Roster_All
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

export const LOCK = graphql(`
  mutation LockRoster($input: LockRosterInput!) {
    outcome: lockRoster(input: $input) {
      ... on Roster {
        ...Roster_All
      }
      ... on RosterNotClear {
        notClear {
          placeId
          name
          needs
          otherTasks
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
