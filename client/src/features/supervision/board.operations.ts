import { graphql } from '../../gql/index.js';

export const BOARD = graphql(`
  query SupervisionBoard {
    agencySettings {
      key
      value
    }
    supervisionBoard {
      supervisors {
        personId
        name
        places
        held
        volunteers {
          ...BoardVolunteer_supervised
        }
      }
      nobodys {
        ...BoardVolunteer_supervised
      }
      delegates {
        id
        supervisorId
        supervisorName
        delegateId
        delegateName
        startsOn
        endsOn
      }
    }
  }
`);

export const BOARD_VOLUNTEER = graphql(`
  fragment BoardVolunteer_supervised on SupervisedVolunteer {
    volunteerId
    name
    held
    supervisorId
    since
    individualOn
    groupOn
    individualDueOn
    groupDueOn
    overdue
    seenOn
  }
`);

export const MOVE = graphql(`
  mutation MoveSupervised($input: MoveSupervisedInput!) {
    moveSupervised(input: $input) {
      ... on SupervisionBoard {
        supervisors {
          personId
          held
        }
      }
      ... on SupervisorChanged {
        supervisorName
      }
      ... on CaseloadFull {
        places
        held
        more
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const ADD_DELEGATE = graphql(`
  mutation AddSupervisionDelegate($input: AddSupervisionDelegateInput!) {
    addSupervisionDelegate(input: $input) {
      ... on SupervisionDelegate {
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

export const END_DELEGATE = graphql(`
  mutation EndSupervisionDelegate($input: EndSupervisionDelegateInput!) {
    endSupervisionDelegate(input: $input) {
      ... on SupervisionDelegate {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);
