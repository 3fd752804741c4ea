import { graphql } from '../../gql/index.js';

export const MY_ELIGIBILITY = graphql(`
  query MyEligibility {
    myEligibility {
      serviceDate
      ready
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
  }
`);

export const MY_COMPANIONSHIPS = graphql(`
  query MyCompanionships {
    myCompanionships {
      id
      state
      ...CompanionshipCard_mine
    }
  }
`);

export const ANSWER_COMPANIONSHIP = graphql(`
  mutation AnswerCompanionship($input: AnswerCompanionshipInput!) {
    answerCompanionship(input: $input) {
      ... on MyCompanionship {
        id
        state
        version
      }
      ... on VolunteerNotEligible {
        code
        findings {
          requirement
          outcome
          remedy
        }
      }
      ... on InvalidInput {
        code
        fields {
          field
          code
        }
      }
      ... on TransitionRefused {
        code
        to
      }
      ... on StaleVersion {
        code
        currentVersion
      }
      ... on NotFound {
        code
      }
    }
  }
`);

export const MY_FREE_TIMES = graphql(`
  query MyFreeTimes {
    myFreeTimes {
      freeTimes {
        weekday
        startMinute
        endMinute
      }
    }
  }
`);

export const CHANGE_MY_FREE_TIMES = graphql(`
  mutation ChangeMyFreeTimes($input: ChangeMyFreeTimesInput!) {
    changeMyFreeTimes(input: $input) {
      ... on MyFreeTimes {
        freeTimes {
          weekday
          startMinute
          endMinute
        }
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
