import { graphql } from '../../gql/index.js';

export const CHILDREN = graphql(`
  query Children(
    $first: Int
    $after: String
    $filter: ChildFilter
    $q: String
    $area: Boolean = false
    $office: Boolean = false
    $birth: Boolean = false
    $priority: Boolean = false
  ) {
    everyone: children(first: 1) {
      totalCount
    }
    children(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          nameMatch(query: $q) {
            from
            to
          }
          pseudonym
          languages
          needs
          waitingSince
          area @include(if: $area)
          office @include(if: $office)
          birthDate @include(if: $birth)
          priority @include(if: $priority)
          companionship {
            id
            state
          }
        }
      }
    }
  }
`);

export const CHILD = graphql(`
  query Child($id: ID!) {
    child(id: $id) {
      id
      name
      pseudonym
      gender
      birthDate
      idNumberEnd
      area
      languages
      needs
      priority
      waitingSince
      intake {
        version
        discoveryChannel
        referrer
        discoveredOn
        categories
        difficultyLevel
        schoolStage
        registration
      }
      needsByPriority {
        need
        priority
      }
      pseudonyms {
        audience
        pseudonym
      }
      household {
        ...Family
      }
      formerHouseholds {
        householdId
        number
        since
        until
      }
      file {
        __typename
        ... on OpenFile {
          school
          guardianName
          guardianRelation
          guardianPhone
          until
        }
        ... on ClosedFile {
          approvalNeeded
          hours
          latest {
            id
            state
            requestedAt
            version
          }
        }
      }
      freeTimes {
        weekday
        startMinute
        endMinute
      }
      companionship {
        id
        state
        volunteer {
          id
          name
        }
      }
    }
  }
`);
