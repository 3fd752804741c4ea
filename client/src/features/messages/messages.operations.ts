import { graphql } from '../../gql/index.js';

export const MY_MESSAGE_CHOICES = graphql(`
  query MyMessageChoices {
    myMessageChoices {
      kinds {
        kind
        frequency
        offered
      }
      quietFrom
      quietUntil
      digestHour
      digestWeekday
      channel
      channels
      version
    }
  }
`);

export const CHANGE_MY_MESSAGE_CHOICES = graphql(`
  mutation ChangeMyMessageChoices($input: ChangeMyMessageChoicesInput!) {
    changeMyMessageChoices(input: $input) {
      ... on MessageChoices {
        version
      }
      ... on InvalidInput {
        code
        fields {
          field
          code
        }
      }
      ... on StaleVersion {
        code
      }
    }
  }
`);

export const MY_CALENDAR = graphql(`
  query MyCalendar {
    myCalendar {
      since
    }
  }
`);

export const RENEW_MY_CALENDAR = graphql(`
  mutation RenewMyCalendar {
    renewMyCalendar {
      url
    }
  }
`);

export const REVOKE_MY_CALENDAR = graphql(`
  mutation RevokeMyCalendar {
    revokeMyCalendar {
      since
    }
  }
`);
