import { graphql } from '../../gql/index.js';

export const FAMILY = graphql(`
  fragment Family on Household {
    id
    number
    familyForm
    size
    originProvince
    note
    version
    contactOpen
    members {
      memberId
      name
      phone
      childId
      relation
      education
      isGuardian
      isCaregiver
      since
      until
    }
    events {
      kind
      happenedOn
      note
    }
    needs {
      domain
      priority
      since
      until
    }
    addresses {
      area
      address
      since
      until
    }
  }
`);

export const HOUSEHOLD = graphql(`
  query Household($id: ID!) {
    household(id: $id) {
      ...Family
    }
    areaChoices {
      code
      name
      nameEn
    }
  }
`);

export const HOUSEHOLDS = graphql(`
  query Households($first: Int, $after: String, $filter: HouseholdFilter) {
    everyone: households(first: 1) {
      totalCount
    }
    households(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          familyForm
          size
          originProvince
          members {
            memberId
            name
            childId
            isCaregiver
            until
          }
          needs {
            domain
            priority
            until
          }
          addresses {
            area
            until
          }
        }
      }
    }
  }
`);

/** Homes for a child to move to: by a child's name, or by the number. */
export const HOMES = graphql(`
  query Homes($text: String) {
    households(first: 10, filter: { search: $text }) {
      edges {
        node {
          id
          number
          members {
            name
            childId
            until
          }
        }
      }
    }
  }
`);

/** Children to begin a household with: by name, and whether they have one. */
export const CHILDREN_AT_HOME = graphql(`
  query ChildrenAtHome($name: String) {
    children(first: 10, filter: { name: $name }) {
      edges {
        node {
          id
          name
          household {
            id
            number
          }
        }
      }
    }
    areaChoices {
      code
      name
      nameEn
    }
  }
`);

export const CHILD_BY_ID = graphql(`
  query ChildAtHome($id: ID!) {
    child(id: $id) {
      id
      name
      household {
        id
        number
      }
    }
  }
`);

export const SCHOOL_NAMES = graphql(`
  query SchoolNames {
    schoolNames
  }
`);
