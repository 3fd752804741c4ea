import { graphql } from '../../gql/index.js';

export const DESK_BOOKING = graphql(`
  fragment DeskBooking on TeamBooking {
    id
    version
    state
    tasks
    people
    wanted
    partly
    expiresAt
    endedHow
    reason
    cost
    budget
    inLine
    requestedBy
    team {
      id
      kind
      name
    }
    day {
      id
      theme
      themeEn
      onDate
      startMinute
      endMinute
      checkBy
      cancelUntil
      places {
        tasks
        free
        binding
      }
    }
    steps {
      at
      state
    }
  }
`);

export const DESK_BOOKINGS = graphql(`
  query DeskBookings {
    teamBookings {
      ...DeskBooking
    }
  }
`);

export const ACTIVITY_TEAMS = graphql(`
  query ActivityTeams($id: ID!, $onDate: LocalDate!) {
    teamOffer(activityId: $id) {
      guestsPerWorker
      guestsPerChild
      visitsPerMonth
      hasOtherTasks
      otherTasks
      checkLeadDays
      cutOffDays
      noticeDays
      costLines {
        what
        amount
        per
      }
      version
    }
    teamDaysOn(onDate: $onDate) {
      id
      places {
        tasks
        free
        binding
      }
      checkBy
      checksInTime
      cancelUntil
    }
    bookingsOfActivity(activityId: $id) {
      ...DeskBooking
    }
  }
`);

export const CONFIRM_BOOKING = graphql(`
  mutation ConfirmTeamBooking($input: TeamBookingInput!) {
    confirmTeamBooking(input: $input) {
      __typename
      ... on TeamBooking {
        id
        state
      }
    }
  }
`);

export const DECLINE_BOOKING = graphql(`
  mutation DeclineTeamBooking($input: EndTeamBookingInput!) {
    declineTeamBooking(input: $input) {
      __typename
      ... on TeamBooking {
        id
        state
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const SAVE_OFFER = graphql(`
  mutation SaveTeamOffer($input: SaveTeamOfferInput!) {
    saveTeamOffer(input: $input) {
      __typename
      ... on TeamOffer {
        version
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const TEAMS = graphql(`
  query Teams {
    volunteerTeams {
      id
      version
      kind
      name
      shortName
      state
      coordinators {
        id
        name
      }
    }
  }
`);

export const COORDINATOR_CHOICES = graphql(`
  query CoordinatorChoices {
    coordinatorChoices {
      id
      name
    }
  }
`);

export const SAVE_TEAM = graphql(`
  mutation SaveTeam($input: SaveTeamInput!) {
    saveTeam(input: $input) {
      __typename
      ... on VolunteerTeam {
        id
        version
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const ADD_COORDINATOR = graphql(`
  mutation AddTeamCoordinator($input: AddTeamCoordinatorInput!) {
    addTeamCoordinator(input: $input) {
      __typename
      ... on VolunteerTeam {
        id
      }
    }
  }
`);

export const INVITE_COORDINATOR = graphql(`
  mutation InviteTeamCoordinator($input: InviteTeamCoordinatorInput!) {
    inviteTeamCoordinator(input: $input) {
      __typename
      ... on VolunteerTeam {
        id
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on CannotInvite {
        code
      }
    }
  }
`);

export const END_COORDINATOR = graphql(`
  mutation EndTeamCoordinator($input: EndTeamCoordinatorInput!) {
    endTeamCoordinator(input: $input) {
      __typename
      ... on VolunteerTeam {
        id
      }
    }
  }
`);
