import { graphql } from '../../gql/index.js';

export const DAY_CHILD = graphql(`
  fragment Day_child on ActivityChild {
    childId
    version
    name
    choice
    saidBy
    inMinute
    outMinute
    seemed
    note
    fetchedBy
    face
    words
    visits {
      taken
      most
    }
  }
`);
export const ACTIVITY_CHILDREN = graphql(`
  query ActivityChildren($id: ID!) {
    activityChildren(activityId: $id) {
      activityId
      list {
        ...Day_child
      }
    }
  }
`);
export const WRITE_CHILD = graphql(`
  mutation WriteActivityChild($input: WriteActivityChildInput!) {
    outcome: writeActivityChild(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);
export const FIND_CHILD = graphql(`
  query FindDayChild($name: String!) {
    children(first: 5, filter: { name: $name }) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);
export const CHILD_VISITS = graphql(`
  query ChildVisits($activityId: ID!, $childIds: [ID!]!) {
    childVisits(activityId: $activityId, childIds: $childIds) {
      childId
      taken
      most
    }
  }
`);
