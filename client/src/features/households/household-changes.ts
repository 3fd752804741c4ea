// What a worker changes in a household; each answers with the household as it stands then.
import { graphql } from '../../gql/index.js';

export const RECORD_HOUSEHOLD = graphql(`
  mutation RecordHousehold($input: RecordHouseholdInput!) {
    outcome: recordHousehold(input: $input) {
      ... on Household {
        id
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

export const CHANGE_HOUSEHOLD = graphql(`
  mutation ChangeHousehold($input: ChangeHouseholdInput!) {
    outcome: changeHousehold(input: $input) {
      ... on Household {
        id
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

export const ADD_MEMBER = graphql(`
  mutation AddHouseholdMember($input: AddHouseholdMemberInput!) {
    outcome: addHouseholdMember(input: $input) {
      ... on Household {
        id
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

export const END_MEMBER = graphql(`
  mutation EndHouseholdMember($input: EndHouseholdMemberInput!) {
    outcome: endHouseholdMember(input: $input) {
      ... on Household {
        id
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

export const CHANGE_CAREGIVER = graphql(`
  mutation ChangeCaregiver($input: ChangeCaregiverInput!) {
    outcome: changeCaregiver(input: $input) {
      ... on Household {
        id
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

export const RECORD_EVENT = graphql(`
  mutation RecordMajorEvent($input: RecordMajorEventInput!) {
    outcome: recordMajorEvent(input: $input) {
      ... on Household {
        id
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

export const MOVE_HOUSEHOLD = graphql(`
  mutation MoveHousehold($input: MoveHouseholdInput!) {
    outcome: moveHousehold(input: $input) {
      ... on Household {
        id
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

export const RECORD_NEED = graphql(`
  mutation RecordFamilyNeed($input: RecordFamilyNeedInput!) {
    outcome: recordFamilyNeed(input: $input) {
      ... on Household {
        id
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

export const MOVE_CHILD = graphql(`
  mutation MoveChildToHousehold($input: MoveChildToHouseholdInput!) {
    outcome: moveChildToHousehold(input: $input) {
      ... on Household {
        id
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

export const CHANGE_INTAKE = graphql(`
  mutation ChangeChildIntake($input: ChangeChildIntakeInput!) {
    outcome: changeChildIntake(input: $input) {
      ... on StaleVersion {
        currentVersion
      }
      ... on Child {
        id
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
