import { graphql } from '../../gql/index.js';

export const COMPANY_SIGN_INS = graphql(`
  query CompanySignIns {
    volunteerTeams {
      id
      kind
      name
      state
    }
    companySignIns {
      redirectUri
      signIns {
        id
        name
        code
        issuer
        registeredAs
        startPath
        teamId
        tied
        state
        version
      }
    }
  }
`);

export const SAVE_COMPANY_SIGN_IN = graphql(`
  mutation SaveCompanySignIn($input: SaveCompanySignInInput!) {
    saveCompanySignIn(input: $input) {
      __typename
      ... on CompanySignIn {
        id
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const END_COMPANY_SIGN_IN = graphql(`
  mutation EndCompanySignIn($id: ID!) {
    endCompanySignIn(input: { signInId: $id }) {
      __typename
      ... on CompanySignIn {
        id
      }
    }
  }
`);
