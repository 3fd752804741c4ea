import { graphql } from '../../gql/index.js';

export const MY_COMPANY_YEAR = graphql(`
  query MyCompanyYear($year: Int!) {
    myCompanyYear(year: $year) {
      id
      year
      stage
      wishesUntil
      entries {
        id
        kind
        theme
        themeEn
        taskGoal
        venue
        startMinute
        endMinute
        childCount
        mostGuests
        costPerGuest
        hasOtherTasks
        closedAt
        closedWhy
        days {
          day
          planned
          holiday
          holidayEn
        }
      }
      teams {
        team {
          id
          name
        }
        renewal
        renewalReason
        renewalAt
        noDay
        wish {
          people
          budget
          mostDays
          months
          tasks
          wishes
          version
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
    }
  }
`);

export const DESIGN_MY_YEAR_PLACE = graphql(`
  mutation DesignMyYearPlace($input: DesignYearPlaceInput!) {
    outcome: designMyYearPlace(input: $input) {
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

export const SAVE_YEAR_WISH = graphql(`
  mutation SaveYearWish($input: SaveYearWishInput!) {
    saveYearWish(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on WishesClosed {
        wishesUntil
      }
    }
  }
`);

export const ANSWER_YEAR_PLACE = graphql(`
  mutation AnswerYearPlace($input: AnswerYearPlaceInput!) {
    answerYearPlace(input: $input) {
      __typename
      ... on CompanyYearVisit {
        bookingId
      }
      ... on YearDayTaken {
        code
        free
      }
    }
  }
`);
