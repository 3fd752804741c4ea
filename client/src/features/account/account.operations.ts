import { graphql } from '../../gql/index.js';

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ... on Viewer {
        id
      }
      ... on SignInFailed {
        code
      }
      ... on InvalidInput {
        code
        fields {
          field
          code
        }
      }
      ... on StepUpNeeded {
        methods
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
    }
  }
`);

export const MY_DEVICES = graphql(`
  query MyDevices {
    myDevices {
      devices {
        id
        browser
        system
        network
        signedInAt
        lastUsedAt
        current
      }
    }
  }
`);

export const END_DEVICE = graphql(`
  mutation EndDevice($input: EndDeviceInput!) {
    endDevice(input: $input) {
      ... on DeviceList {
        devices {
          id
        }
      }
      ... on NotFound {
        code
      }
    }
  }
`);

export const END_OTHER_DEVICES = graphql(`
  mutation EndOtherDevices {
    endOtherDevices {
      devices {
        id
      }
    }
  }
`);

export const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

export const MY_ACCOUNT = graphql(`
  query MyAccount {
    myAccount {
      identifier
    }
  }
`);

export const ASK_IDENTIFIER_CHANGE = graphql(`
  mutation AskIdentifierChange($input: AskIdentifierChangeInput!) {
    askIdentifierChange(input: $input) {
      ... on CodeAsked {
        channel
        minutes
      }
      ... on InvalidInput {
        code
        fields {
          field
          code
        }
      }
      ... on SignInFailed {
        code
      }
      ... on StepUpNeeded {
        methods
      }
      ... on TooManyAttempts {
        code
        retryAfterSeconds
      }
    }
  }
`);

export const CONFIRM_IDENTIFIER_CHANGE = graphql(`
  mutation ConfirmIdentifierChange($input: ConfirmIdentifierChangeInput!) {
    confirmIdentifierChange(input: $input) {
      ... on MyAccount {
        identifier
      }
      ... on CodeEnded {
        code
      }
      ... on CodeWrong {
        code
        triesLeft
      }
    }
  }
`);

export const MY_COMPANY_SIGN_INS = graphql(`
  query MyCompanySignIns {
    myCompanySignIns {
      id
      name
      tiePath
      tiedAt
    }
  }
`);

export const UNTIE_COMPANY_SIGN_IN = graphql(`
  mutation UntieMyCompanySignIn($id: ID!) {
    untieMyCompanySignIn(input: { signInId: $id }) {
      id
      tiedAt
    }
  }
`);

export const MY_SERVICE_CHECK = graphql(`
  query MyServiceCheck {
    myServiceCheck {
      outcome
      until
    }
  }
`);
