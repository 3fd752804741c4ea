import { graphql } from '../../gql/index.js';

export const OPEN_OFFICE = graphql(`
  mutation OpenOffice($input: OpenOfficeInput!) {
    openOffice(input: $input) {
      ... on Office {
        id
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

export const RENAME_OFFICE = graphql(`
  mutation RenameOffice($input: RenameOfficeInput!) {
    renameOffice(input: $input) {
      ... on Office {
        id
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

export const CLOSE_OFFICE = graphql(`
  mutation CloseOffice($input: CloseOfficeInput!) {
    closeOffice(input: $input) {
      ... on Office {
        id
      }
      ... on OfficeInUse {
        colleagues
        volunteers
        children
        rosters
      }
      ... on UserError {
        code
      }
    }
  }
`);
