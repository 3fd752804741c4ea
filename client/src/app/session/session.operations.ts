import { graphql } from '../../gql/index.js';

export const SESSION = graphql(`
  query Session {
    platform {
      needsSetup
      demo
      inboxPath
      demoLogins {
        name
        role
        face
        identifier
        password
      }
    }
    viewer {
      id
      name
      locale
      roles
      face
      permissions
      unreadNotices
      secondFactorDuty {
        dueOn
        overdue
      }
      agency {
        id
        name
        timeZone
        contactPhone
        today
      }
    }
  }
`);

export const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut
  }
`);

export const CHANGE_LANGUAGE = graphql(`
  mutation ChangeLanguage($locale: Locale!) {
    changeLanguage(locale: $locale) {
      id
      locale
    }
  }
`);
