import { graphql } from '../../gql/index.js';

export const BREACHES = graphql(`
  query Breaches {
    breaches {
      id
      number
      drill
      kinds
      noticedAt
      categories
      affected {
        group
        count
      }
      happened
      harm
      done
      steps {
        step
        deadline
        doneAt
      }
      authorityReference
      affectedToldHow
      version
    }
  }
`);

export const OPEN_BREACH = graphql(`
  mutation OpenBreach($input: OpenBreachInput!) {
    openBreach(input: $input) {
      ... on Breach {
        id
        number
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

export const TAKE_BREACH_STEP = graphql(`
  mutation TakeBreachStep($input: TakeBreachStepInput!) {
    takeBreachStep(input: $input) {
      ... on Breach {
        id
        version
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
