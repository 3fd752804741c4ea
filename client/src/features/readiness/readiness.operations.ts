import { graphql } from '../../gql/index.js';

export const VOLUNTEERS = graphql(`
  query Volunteers(
    $first: Int
    $after: String
    $filter: VolunteerFilter
    $on: LocalDate
    $q: String
    $languages: Boolean = false
    $skills: Boolean = false
    $area: Boolean = false
    $office: Boolean = false
    $supervisor: Boolean = false
    $places: Boolean = false
  ) {
    everyone: volunteers(first: 1) {
      totalCount
    }
    volunteers(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          languages @include(if: $languages)
          skills @include(if: $skills)
          area @include(if: $area)
          office @include(if: $office)
          supervisorName @include(if: $supervisor)
          places @include(if: $places)
          account {
            state
          }
          nameMatch(query: $q) {
            from
            to
          }
          eligibility(on: $on) {
            ready
            findings {
              requirement
              outcome
              rule
              clause
              since
              until
              remedy
            }
          }
        }
      }
    }
  }
`);

export const VOLUNTEER = graphql(`
  query Volunteer($id: ID!, $on: LocalDate) {
    volunteer(id: $id) {
      id
      personId
      name
      erased
      phone
      gender
      birthDate
      languages
      skills
      area
      freeTimes {
        weekday
        startMinute
        endMinute
      }
      places
      travelMetres
      supervisorName
      account {
        personId
        state
        invitationId
        invitedAt
        expiresAt
      }
      eligibility(on: $on) {
        serviceDate
        ready
        findings {
          requirement
          outcome
          rule
          clause
          since
          until
          remedy
        }
      }
      company {
        adult {
          name
          since
          cleared
          until
        }
      }
      exemptions {
        id
        requirement
        reason
        until
        approvedBy
        ended
      }
      papers {
        id
        path
        name
        kind
        bytes
        purpose
        addedAt
      }
      companionships {
        id
        state
        startsOn
        child {
          id
          name
          pseudonym
        }
      }
    }
  }
`);

export const ERASE_PERSON = graphql(`
  mutation ErasePerson($input: ErasePersonInput!) {
    erasePerson(input: $input) {
      __typename
      ... on PersonErased {
        personId
        erasedAt
      }
      ... on ErasureHeld {
        holds
      }
      ... on StepUpNeeded {
        methods
      }
    }
  }
`);
