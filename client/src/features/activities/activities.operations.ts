import { graphql } from '../../gql/index.js';

export const ACTIVITIES = graphql(`
  query Activities($from: LocalDate!, $to: LocalDate!) {
    activities(from: $from, to: $to) {
      id
      version
      kind
      state
      theme
      themeEn
      onDate
      startMinute
      endMinute
      children
      venue {
        id
        name
      }
      inCharge {
        id
        name
      }
    }
  }
`);

export const ACTIVITY = graphql(`
  query Activity($id: ID!) {
    activity(id: $id) {
      id
      version
      kind
      state
      theme
      themeEn
      onDate
      startMinute
      endMinute
      venue {
        id
        name
        address
        people
        checkedOn
      }
      childrenGroup
      children
      childrenPerAdult
      taskGoal
      processGoal
      childrenPart
      riskChildren
      riskStaff
      inCharge {
        id
        name
      }
      roles {
        task
        seats
        skill
      }
      budget {
        what
        amount
        payer
      }
      needs
      clashes {
        what
        otherId
        theme
        startMinute
        endMinute
        names
      }
      plannedBy
      ownPlan
      reviewedBy
      cancelReason
      pastMoves {
        fromDate
        startMinute
        endMinute
        venueName
        reason
        movedBy
        movedAt
      }
    }
  }
`);

export const PLANNING = graphql(`
  query ActivityPlanning {
    activityTeam {
      id
      name
    }
    venues {
      id
      name
      people
    }
  }
`);

export const VENUES = graphql(`
  query Venues {
    venues {
      id
      version
      name
      address
      people
      checks
      checkedOn
    }
  }
`);

export const SAVE_VENUE = graphql(`
  mutation SaveVenue($input: SaveVenueInput!) {
    saveVenue(input: $input) {
      __typename
      ... on Venue {
        id
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

export const PLAN_ACTIVITY = graphql(`
  mutation PlanActivity($input: PlanActivityInput!) {
    planActivity(input: $input) {
      __typename
      ... on Activity {
        id
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

export const CHANGE_ACTIVITY = graphql(`
  mutation ChangeActivity($input: ChangeActivityInput!) {
    changeActivity(input: $input) {
      __typename
      ... on Activity {
        id
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

export const REVIEW_ACTIVITY = graphql(`
  mutation ReviewActivity($input: ActivityStepInput!) {
    reviewActivity(input: $input) {
      __typename
      ... on PlanIncomplete {
        needs
      }
      ... on TimeTaken {
        clashes {
          what
          otherId
          theme
          startMinute
          endMinute
          names
        }
      }
    }
  }
`);

export const OPEN_ACTIVITY = graphql(`
  mutation OpenActivity($input: ActivityStepInput!) {
    openActivity(input: $input) {
      __typename
    }
  }
`);

export const CANCEL_ACTIVITY = graphql(`
  mutation CancelActivity($input: CancelActivityInput!) {
    cancelActivity(input: $input) {
      __typename
    }
  }
`);
