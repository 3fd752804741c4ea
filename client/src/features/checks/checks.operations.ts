import { graphql } from '../../gql/index.js';

export const CHECKS = graphql(`
  fragment Checks_due on ChecksDue {
    total
    minors
    windowDays
    validDays
    due {
      personId
      volunteerId
      name
      colleague
      own
      outcome
      until
    }
    papersHere {
      id
      personId
      name
      own
      happenedOn
      recordedBy
    }
  }
`);

export const CHECKS_DUE = graphql(`
  query ChecksDue {
    checksDue {
      ...Checks_due
    }
  }
`);

export const RECORD_SERVICE_CHECK = graphql(`
  mutation RecordServiceCheck($input: RecordServiceCheckInput!) {
    recordServiceCheck(input: $input) {
      __typename
      ... on ChecksDue {
        ...Checks_due
      }
      ... on FactRefused {
        why
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

export const KEPT_CHECK = graphql(`
  fragment Kept_check on ServiceCheck {
    id
    happenedOn
    clear
    counts
    takenBackAt
    takenBack
    paperHere
    paperGivenBackAt
    paperGivenBackBy
    recordedBy
  }
`);

export const SERVICE_CHECKS = graphql(`
  query ServiceChecks($personId: ID!) {
    serviceChecks(personId: $personId) {
      checks {
        ...Kept_check
      }
    }
  }
`);

export const GIVE_CHECK_PAPER_BACK = graphql(`
  mutation GiveCheckPaperBack($input: GiveCheckPaperBackInput!) {
    giveCheckPaperBack(input: $input) {
      __typename
      ... on ServiceChecks {
        checks {
          ...Kept_check
        }
      }
      ... on FactRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const TAKE_BACK_CHECK = graphql(`
  mutation TakeBackCheck($input: TakeBackCheckInput!) {
    takeBackCheck(input: $input) {
      __typename
      ... on ServiceChecks {
        checks {
          ...Kept_check
        }
      }
      ... on FactRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);
