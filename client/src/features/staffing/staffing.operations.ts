import { graphql } from '../../gql/index.js';

export const STAFFING = graphql(`
  query Staffing($month: String!) {
    staffing(month: $month) {
      month
      mayServe
      everybody
      run {
        id
        startedAt
        seats
        gapPpm
        checked
        come
        gone
      }
      activities {
        id
        theme
        themeEn
        onDate
        startMinute
        endMinute
        venueName
        least
        reachable
        roles {
          role
          task
          skill
          seats
          taken {
            id
            volunteerId
            name
            state
            source
            accepted
            reason
            version
            conflicts {
              code
              theme
              startMinute
              endMinute
              minutesLeft
            }
          }
        }
      }
    }
  }
`);

export const SEAT_REASONS = graphql(`
  query SeatReasons($activityId: ID!, $role: Int!) {
    seatReasons(activityId: $activityId, role: $role) {
      volunteerId
      name
      chosen
      leastLoss
      parts {
        criterion
        points
      }
      conflicts {
        code
        theme
        startMinute
        endMinute
        minutesLeft
      }
    }
  }
`);

export const RUN_STAFFING = graphql(`
  mutation RunStaffing($input: RunStaffingInput!) {
    runStaffing(input: $input) {
      __typename
      ... on StaffingRun {
        id
        seats
        come
        gone
      }
    }
  }
`);

export const PUBLISH_STAFFING = graphql(`
  mutation PublishStaffing($input: PublishStaffingInput!) {
    publishStaffing(input: $input) {
      __typename
      ... on StaffingPublished {
        told
        refused {
          name
          theme
          conflicts {
            code
            theme
            startMinute
            endMinute
            minutesLeft
          }
        }
      }
    }
  }
`);

export const ADD_SEAT = graphql(`
  mutation AddSeat($input: AddSeatInput!) {
    addSeat(input: $input) {
      __typename
      ... on SeatConflicts {
        conflicts {
          code
          theme
          startMinute
          endMinute
          minutesLeft
        }
      }
    }
  }
`);

export const END_SEAT = graphql(`
  mutation EndSeat($input: EndSeatInput!) {
    endSeat(input: $input) {
      __typename
    }
  }
`);
