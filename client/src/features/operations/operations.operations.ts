import { graphql } from '../../gql/index.js';

export const DEAD_LETTERS = graphql(`
  query DeadLetters {
    deadLetters {
      id
      kind
      attempts
      lastError
      diedAt
    }
  }
`);

export const RETRY_DEAD_LETTER = graphql(`
  mutation RetryDeadLetter($id: ID!) {
    retryDeadLetter(id: $id) {
      ... on DeadLetter {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const BACKUP_STATE = graphql(`
  query BackupState {
    backupState {
      rows {
        finishedAt
        rowCount
        fileCount
      }
      keys {
        finishedAt
        rowCount
        fileCount
      }
      restored {
        finishedAt
      }
      failedAt
      overdue
      days
    }
  }
`);
