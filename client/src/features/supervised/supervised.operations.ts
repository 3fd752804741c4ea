import { graphql } from '../../gql/index.js';

export const SUPERVISED = graphql(`
  query SupervisedVolunteers {
    supervisedVolunteers {
      id
      name
      places
      freeTimes {
        weekday
        startMinute
        endMinute
      }
      companionships {
        id
        state
        nextContactOn
        child {
          id
          pseudonym
        }
      }
    }
  }
`);
