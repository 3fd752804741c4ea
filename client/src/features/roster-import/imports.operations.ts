import { graphql } from '../../gql/index.js';

export const IMPORT_BATCHES = graphql(`
  query ImportBatches {
    importBatches {
      id
      kind
      fileName
      state
      rowCount
      validCount
      badCount
      duplicateCount
      importedCount
      stagedBy
      stagedAt
      mayConfirm
    }
  }
`);

export const IMPORT_BATCH = graphql(`
  query ImportBatch($id: ID!) {
    importBatch(id: $id) {
      id
      kind
      fileName
      encoding
      state
      columns {
        header
        field
      }
      rowCount
      validCount
      badCount
      duplicateCount
      importedCount
      duplicateRule
      updatedCount
      choices {
        updatable
        toUpdate
        open
      }
      stagedBy
      stagedAt
      confirmedBy
      confirmedAt
      undoneBy
      undoneAt
      mayConfirm
      mayUndo
      version
    }
  }
`);

export const IMPORT_ROWS = graphql(`
  query ImportRows($id: ID!, $first: Int, $after: String, $only: ImportRowFilter) {
    importBatch(id: $id) {
      id
      rows(first: $first, after: $after, only: $only) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            line
            status
            differs
            choice
            cells {
              field
              header
              raw
              problem
            }
          }
        }
      }
    }
  }
`);

export const RUN_IMPORT = graphql(`
  mutation RunImport($input: RunImportInput!) {
    runImport(input: $input) {
      ... on ImportBatch {
        id
        state
        importedCount
        version
      }
      ... on ImportNothingValid {
        badCount
      }
      ... on ImportChoicesOpen {
        openCount
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CONFIRM_IMPORT = graphql(`
  mutation ConfirmImport($input: ConfirmImportInput!) {
    confirmImport(input: $input) {
      ... on ImportBatch {
        id
        state
        version
      }
      ... on SamePersonMayNotConfirm {
        rule
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const DISCARD_IMPORT = graphql(`
  mutation DiscardImport($input: DiscardImportInput!) {
    discardImport(input: $input) {
      ... on ImportBatch {
        id
        state
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const MEND_ROW = graphql(`
  mutation MendImportRow($input: MendImportRowInput!) {
    mendImportRow(input: $input) {
      ... on ImportBatch {
        id
        validCount
        badCount
        duplicateCount
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SET_DUPLICATE_RULE = graphql(`
  mutation SetImportDuplicateRule($input: SetImportDuplicateRuleInput!) {
    setImportDuplicateRule(input: $input) {
      ... on ImportBatch {
        id
        duplicateRule
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CHOOSE_ROW = graphql(`
  mutation ChooseImportRow($input: ChooseImportRowInput!) {
    chooseImportRow(input: $input) {
      ... on ImportBatch {
        id
        duplicateRule
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const UNDO_IMPORT = graphql(`
  mutation UndoImport($input: UndoImportInput!) {
    undoImport(input: $input) {
      ... on ImportBatch {
        id
        state
        version
      }
      ... on ImportInUse {
        uses {
          use
          count
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);
