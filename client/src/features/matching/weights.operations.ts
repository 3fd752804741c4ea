import { graphql } from '../../gql/index.js';

export const MATCH_WEIGHTS = graphql(`
  query MatchWeights {
    matchWeights {
      version
      reason
      createdBy
      createdAt
      criteria {
        criterion
        weight
        why
      }
    }
    matchRuns(first: 10) {
      edges {
        node {
          id
          startedAt
          serviceDate
          state
          weightsVersion
        }
      }
    }
  }
`);

export const UNDER_WEIGHTS = graphql(`
  query UnderWeights($id: ID!, $criteria: [MatchCriterionInput!]!) {
    matchRun(id: $id) {
      id
      underWeights(criteria: $criteria) {
        __typename
        ... on WeightsComparison {
          kept
          moved
          gain
          moves {
            child {
              id
              name
            }
            before {
              id
              name
            }
            after {
              id
              name
            }
          }
        }
        ... on WeightsRefused {
          problems {
            criterion
            code
          }
        }
      }
    }
  }
`);

export const SAVE_WEIGHTS = graphql(`
  mutation SaveMatchWeights($input: SaveMatchWeightsInput!) {
    saveMatchWeights(input: $input) {
      __typename
      ... on MatchWeights {
        version
      }
      ... on WeightsRefused {
        problems {
          criterion
          code
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
