import { graphql } from '../../gql/index.js';

export const DUTY_ROTA = graphql(`
  query DutyRota {
    dutyRota {
      slots {
        id
        personName
        line
        startsAt
        endsAt
        onNow
      }
    }
  }
`);

export const DUTY_TEAM = graphql(`
  query DutyTeam {
    caseTeam {
      personId
      name
    }
  }
`);

export const ADD_DUTY_SLOT = graphql(`
  mutation AddDutySlot($input: AddDutySlotInput!) {
    addDutySlot(input: $input) {
      ... on DutyRota {
        slots {
          id
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

export const REMOVE_DUTY_SLOT = graphql(`
  mutation RemoveDutySlot($input: RemoveDutySlotInput!) {
    removeDutySlot(input: $input) {
      ... on DutyRota {
        slots {
          id
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);
