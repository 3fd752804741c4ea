import { graphql } from '../../gql/index.js';

export const HOLIDAY_TABLE = graphql(`
  query HolidayTable($year: Int!) {
    holidayTable(year: $year) {
      year
      announced
      days {
        day
        mark
        name
        nameEn
        own
      }
    }
  }
`);

export const MARK_HOLIDAY = graphql(`
  mutation MarkHoliday($input: MarkHolidayInput!) {
    markHoliday(input: $input) {
      __typename
      ... on HolidayTable {
        year
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

export const UNMARK_HOLIDAY = graphql(`
  mutation UnmarkHoliday($input: UnmarkHolidayInput!) {
    unmarkHoliday(input: $input) {
      __typename
    }
  }
`);

export const IMPORT_HOLIDAYS = graphql(`
  mutation ImportHolidays($input: ImportHolidaysInput!) {
    importHolidays(input: $input) {
      __typename
      ... on HolidayImport {
        taken
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
