import { graphql } from '../../gql/index.js';

export const FAMILY_FIGURES = graphql(`
  query FamilyFigures($on: LocalDate, $outside: Boolean) {
    familyFigures(on: $on, outside: $outside) {
      on
      outside
      figures {
        figure
        unit
        denominator
        multiSelect
        sum
        mean
        together
        togetherShare
        helpers
        parts {
          part
          count
          share
        }
      }
    }
  }
`);

export const HOUSEHOLDS_BEHIND = graphql(`
  query HouseholdsBehind($figure: FigureCode!, $part: String!, $on: LocalDate, $first: Int, $after: String) {
    householdsBehind(figure: $figure, part: $part, on: $on, first: $first, after: $after) {
      edges {
        node {
          id
          number
          familyForm
          size
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);
