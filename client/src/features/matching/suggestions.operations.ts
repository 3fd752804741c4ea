import { graphql } from '../../gql/index.js';

export const CHILDREN_FOR = graphql(`
  query SuggestedChildren($id: ID!) {
    volunteer(id: $id) {
      id
      suggestedChildren(first: 5) {
        run {
          id
          startedAt
        }
        suggestions {
          child {
            id
            name
            pseudonym
          }
          score
          loss
          parts {
            criterion
            points
            fact
          }
        }
      }
    }
  }
`);

export const VOLUNTEERS_FOR = graphql(`
  query SuggestedVolunteers($id: ID!) {
    child(id: $id) {
      id
      suggestedVolunteers(first: 5) {
        run {
          id
          startedAt
        }
        suggestions {
          volunteer {
            id
            name
          }
          score
          loss
          parts {
            criterion
            points
            fact
          }
        }
      }
    }
  }
`);
