import { graphql } from '../../gql/index.js';

export const QUALIFICATIONS = graphql(`
  query Qualifications {
    staffList {
      members {
        personId
        posts {
          id
          role
          endsOn
        }
        papers {
          id
          path
          name
          kind
          bytes
          addedAt
          staffCredentialId
        }
        supervisorPlaces {
          places
          own
          version
        }
        qualification {
          qualified
          credentials {
            id
            kind
            numberEnd
            issuedBy
            validFrom
            validUntil
            standing
            takenBack
            recordedBy
          }
        }
      }
    }
  }
`);

export const RECORD_CREDENTIAL = graphql(`
  mutation RecordCredential($input: RecordCredentialInput!) {
    recordCredential(input: $input) {
      __typename
      ... on StaffMember {
        personId
      }
      ... on CredentialRefused {
        why
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

export const TAKE_BACK_CREDENTIAL = graphql(`
  mutation TakeBackCredential($input: TakeBackCredentialInput!) {
    takeBackCredential(input: $input) {
      __typename
      ... on StaffMember {
        personId
      }
      ... on CredentialRefused {
        why
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

export const CHANGE_SUPERVISOR_PLACES = graphql(`
  mutation ChangeSupervisorPlaces($input: ChangeSupervisorPlacesInput!) {
    changeSupervisorPlaces(input: $input) {
      __typename
      ... on StaffMember {
        personId
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
