import { graphql } from '../../gql/index.js';

export const CHECK_AGREEMENT = graphql(`
  query AgreementCheck($number: String!, $code: String!) {
    agreementCheck(number: $number, code: $code) {
      ... on AgreementCheck {
        holds
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);
