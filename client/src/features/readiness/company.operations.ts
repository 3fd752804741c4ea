import { graphql } from '../../gql/index.js';

export const ADULT_CHOICES = graphql(`
  query AdultChoices($name: String) {
    adultChoices(name: $name) {
      adultId
      name
      colleague
      until
    }
  }
`);

export const PUT_BESIDE = graphql(`
  mutation PutBeside($input: PutBesideInput!) {
    putBeside(input: $input) {
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

export const END_BESIDE = graphql(`
  mutation EndBeside($input: EndBesideInput!) {
    endBeside(input: $input) {
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
