import { graphql } from '../../gql/index.js';

export const SAVE_YEAR_ENTRY = graphql(`
  mutation SaveYearEntry($input: SaveYearEntryInput!) {
    saveYearEntry(input: $input) {
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

export const REMOVE_YEAR_ENTRY = graphql(`
  mutation RemoveYearEntry($input: RemoveYearEntryInput!) {
    removeYearEntry(input: $input) {
      __typename
    }
  }
`);

export const CLOSE_YEAR_ENTRY = graphql(`
  mutation CloseYearEntry($input: CloseYearEntryInput!) {
    closeYearEntry(input: $input) {
      __typename
    }
  }
`);

export const TAKE_OVER_YEAR = graphql(`
  mutation TakeOverYear($input: TakeOverYearInput!) {
    takeOverYear(input: $input) {
      __typename
      ... on CompanyYear {
        entries {
          id
        }
      }
    }
  }
`);
