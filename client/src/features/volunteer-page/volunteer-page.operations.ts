import { graphql } from '../../gql/index.js';

export const VOLUNTEER_STORY = graphql(`
  query VolunteerStory($id: ID!) {
    volunteer(id: $id) {
      id
      personId
      papers {
        id
        path
        name
        purpose
        factId
      }
      companionships {
        id
        state
        startsOn
        endedOn
        child {
          id
          pseudonym
        }
      }
      story {
        facts {
          id
          kind
          happenedOn
          validUntil
          counts
          takenBack
          recordedBy
          paperHere
          paperGivenBackAt
          paperGivenBackBy
        }
        service {
          startsOn
          endsOn
        }
        kinds {
          id
          kind
          startsOn
          endsOn
        }
        stops {
          startsOn
          endsOn
        }
      }
    }
  }
`);

export const RECORD_FACT = graphql(`
  mutation RecordFact($input: RecordFactInput!) {
    recordFact(input: $input) {
      __typename
      ... on Volunteer {
        id
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
      ... on UserError {
        code
      }
    }
  }
`);

export const RECORD_CHECK = graphql(`
  mutation RecordCheck($input: RecordCheckInput!) {
    recordCheck(input: $input) {
      __typename
      ... on Volunteer {
        id
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
      ... on UserError {
        code
      }
    }
  }
`);

export const TAKE_BACK_FACT = graphql(`
  mutation TakeBackFact($input: TakeBackFactInput!) {
    takeBackFact(input: $input) {
      __typename
      ... on Volunteer {
        id
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
      ... on UserError {
        code
      }
    }
  }
`);

export const ADD_KIND = graphql(`
  mutation AddVolunteerKind($input: AddVolunteerKindInput!) {
    addVolunteerKind(input: $input) {
      __typename
      ... on Volunteer {
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

export const END_KIND = graphql(`
  mutation EndVolunteerKind($input: EndVolunteerKindInput!) {
    endVolunteerKind(input: $input) {
      __typename
      ... on Volunteer {
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

export const VOLUNTEER_OFFER = graphql(`
  query VolunteerOffer($id: ID!) {
    areaChoices(closed: true) {
      code
      name
      nameEn
      closed
    }
    volunteer(id: $id) {
      id
      version
      languages
      skills
      freeTimes {
        weekday
        startMinute
        endMinute
      }
      areaCode
      places
      travelMetres
    }
  }
`);

export const VOLUNTEER_ON_FILE = graphql(`
  query VolunteerOnFile($id: ID!) {
    volunteer(id: $id) {
      id
      version
      phone
      birthDate
    }
  }
`);

export const CORRECT_VOLUNTEER = graphql(`
  mutation CorrectVolunteer($input: CorrectVolunteerInput!) {
    outcome: correctVolunteer(input: $input) {
      ... on Volunteer {
        id
        version
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

export const CHANGE_VOLUNTEER = graphql(`
  mutation ChangeVolunteer($input: ChangeVolunteerInput!) {
    outcome: changeVolunteer(input: $input) {
      ... on Volunteer {
        id
        version
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
