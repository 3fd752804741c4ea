import { graphql } from '../../gql/index.js';

export const RENEWALS = graphql(`
  query Renewals {
    renewals {
      total
      firstDays
      renewals {
        kind
        lastDay
        daysLeft
        toldOn
        volunteer {
          id
          name
        }
      }
    }
  }
`);
