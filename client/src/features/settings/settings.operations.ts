import { graphql } from '../../gql/index.js';

export const AGENCY_SETTINGS = graphql(`
  query AgencySettings {
    agencySettings {
      key
      kind
      value
      defaultValue
      minimum
      maximum
      unit
      rule
      version
    }
  }
`);

export const CHANGE_SETTING = graphql(`
  mutation ChangeSetting($input: ChangeSettingInput!) {
    changeSetting(input: $input) {
      ... on AgencySetting {
        key
        value
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
