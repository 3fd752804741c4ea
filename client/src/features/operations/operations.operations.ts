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
      drill {
        finishedAt
        rowCount
        problem
      }
      failedAt
      overdue
      days
    }
  }
`);

export const UPKEEP_STATE = graphql(`
  query UpkeepState {
    upkeepState {
      version
      schema {
        applied
        pending
        unknown
      }
      keys {
        ring {
          name
          since
        }
        notRewrapped
        closed
        exported {
          exportedAt
          generation
          shares
          threshold
          outdated
        }
      }
      anchor {
        anchoredAt
        behind
        mismatch
      }
      jobs {
        due
        running
        later
        oldestDueAt
      }
    }
  }
`);
