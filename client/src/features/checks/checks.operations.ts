import { graphql } from '../../gql/index.js';

export const CHECKS = graphql(`
  fragment Checks_due on ChecksDue {
    total
    minors
    windowDays
    validDays
    due {
      personId
      volunteerId
      name
      colleague
      own
      outcome
      until
    }
  }
`);

export const CHECKS_DUE = graphql(`
  query ChecksDue {
    checksDue {
      ...Checks_due
    }
  }
`);

export const RECORD_SERVICE_CHECK = graphql(`
  mutation RecordServiceCheck($input: RecordServiceCheckInput!) {
    recordServiceCheck(input: $input) {
      __typename
      ... on ChecksDue {
        ...Checks_due
      }
      ... on FactRefused {
        why
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
