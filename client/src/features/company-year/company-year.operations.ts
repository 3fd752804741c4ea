import { graphql } from '../../gql/index.js';

export const COMPANY_YEAR = graphql(`
  query CompanyYear($year: Int!) {
    companyYear(year: $year) {
      id
      year
      stage
      wishesUntil
      version
      entries {
        id
        kind
        theme
        themeEn
        taskGoal
        venueId
        venue
        startMinute
        endMinute
        childCount
        childrenPerAdult
        mostGuests
        workers
        costPerGuest
        hasOtherTasks
        times
        version
        closedAt
        closedWhy
        days {
          day
          planned
          activityId
          holiday
          holidayEn
        }
      }
      teams {
        team {
          id
          name
          shortName
        }
        yearsWithout
        renewal
        renewalReason
        renewalAt
        wish {
          people
          budget
          mostDays
          months
          tasks
        }
        outcomes {
          theme
          themeEn
          given
          reasons
        }
        places {
          id
          theme
          themeEn
          day
          people
          state
          decided
          wishRank
          reason
          activityId
          bookingId
          toDesign
          taskGoal
          processGoal
          childrenPart
          teamYes
          deskYes
          version
        }
      }
      run {
        id
        startedAt
        companies
        served
        days
        gapPpm
        come
        gone
      }
    }
  }
`);

export const YEAR_VENUES = graphql(`
  query YearVenues($from: LocalDate!, $to: LocalDate!) {
    venues {
      id
      name
    }
    activities(from: $from, to: $to) {
      id
      theme
      themeEn
      onDate
      state
    }
  }
`);

export const YEAR_CHOICES = graphql(`
  query YearChoices($companyYearId: ID!, $teamId: ID!) {
    yearChoices(companyYearId: $companyYearId, teamId: $teamId) {
      entryId
      theme
      themeEn
      day
      leastLoss
    }
  }
`);

export const SAVE_COMPANY_YEAR = graphql(`
  mutation SaveCompanyYear($input: SaveCompanyYearInput!) {
    saveCompanyYear(input: $input) {
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

export const OPEN_COMPANY_YEAR = graphql(`
  mutation OpenCompanyYear($input: CompanyYearStepInput!) {
    openCompanyYear(input: $input) {
      __typename
    }
  }
`);

export const CLOSE_COMPANY_YEAR = graphql(`
  mutation CloseCompanyYear($input: CompanyYearStepInput!) {
    closeCompanyYear(input: $input) {
      __typename
    }
  }
`);

export const RUN_COMPANY_YEAR = graphql(`
  mutation RunCompanyYear($input: RunCompanyYearInput!) {
    runCompanyYear(input: $input) {
      __typename
      ... on YearNotReady {
        code
      }
    }
  }
`);

export const MOVE_YEAR_PLACE = graphql(`
  mutation MoveYearPlace($input: MoveYearPlaceInput!) {
    moveYearPlace(input: $input) {
      __typename
      ... on CompanyYearRun {
        come
        gone
      }
      ... on YearDayImpossible {
        reasons
      }
    }
  }
`);

export const END_YEAR_PLACE = graphql(`
  mutation EndYearPlace($input: EndYearPlaceInput!) {
    endYearPlace(input: $input) {
      __typename
    }
  }
`);

export const DECIDE_YEAR_PLACE = graphql(`
  mutation DecideYearPlace($input: DecideYearPlaceInput!) {
    decideYearPlace(input: $input) {
      __typename
    }
  }
`);

export const TELL_COMPANY_YEAR = graphql(`
  mutation TellCompanyYear($input: CompanyYearStepInput!) {
    tellCompanyYear(input: $input) {
      __typename
      ... on CompanyYearTold {
        told
        refused {
          team
          theme
          day
          people
          free
        }
      }
    }
  }
`);

export const DESIGN_YEAR_PLACE = graphql(`
  mutation DesignYearPlace($input: DesignYearPlaceInput!) {
    outcome: designYearPlace(input: $input) {
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

export const PLAN_YEAR_PLACE = graphql(`
  mutation PlanYearPlace($input: PlanYearPlaceInput!) {
    planYearPlace(input: $input) {
      __typename
    }
  }
`);

export const RENEW_COMPANY = graphql(`
  mutation RenewCompany($input: RenewCompanyInput!) {
    renewCompany(input: $input) {
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
