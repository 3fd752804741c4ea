import { graphql } from '../../gql/index.js';

export const SERVICE_AREAS = graphql(`
  query ServiceAreas {
    serviceAreas {
      areas {
        id
        code
        name
        nameEn
        x
        y
        closedOn
        version
        people
      }
      unmapped {
        code
        people
      }
    }
  }
`);

export const ADD_AREA = graphql(`
  mutation AddServiceArea($input: AddServiceAreaInput!) {
    addServiceArea(input: $input) {
      __typename
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

export const CHANGE_AREA = graphql(`
  mutation ChangeServiceArea($input: ChangeServiceAreaInput!) {
    changeServiceArea(input: $input) {
      __typename
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

export const CLOSE_AREA = graphql(`
  mutation CloseServiceArea($input: CloseServiceAreaInput!) {
    closeServiceArea(input: $input) {
      __typename
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
