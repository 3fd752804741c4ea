import { graphql } from '../../gql/index.js';

export const SEARCH_PEOPLE = graphql(`
  query SearchPeople($query: String!, $first: Int) {
    searchPeople(query: $query, first: $first) {
      more
      people {
        kind
        id
        name
        match {
          from
          to
        }
      }
    }
  }
`);
