import { graphql } from '../../gql/index.js';

export const APPLY_FORM = graphql(`
  fragment Apply_form on ApplyForm {
    agencyId
    agencyName
    agencyPhone
    linkName
    minimumAge
    referees
    areas {
      code
      name
      nameEn
    }
  }
`);

export const OWN_APPLICATION = graphql(`
  fragment Own_application on MyApplication {
    state
    paused
    savedAt
    sentAt
    waits
    declineReason
    letter
    missing {
      step
      field
    }
    form {
      ...Apply_form
    }
    name
    phone
    gender
    birthDate
    guardianName
    guardianPhone
    interests
    freeTimes {
      weekday
      startMinute
      endMinute
    }
    areaCode
    languages
    skills
    motive
    experience
    referees {
      name
      phone
      relation
    }
  }
`);

export const APPLY_FORMS = graphql(`
  query ApplyForms($link: String) {
    applyForms(link: $link) {
      ...Apply_form
    }
  }
`);

export const MY_APPLICATION = graphql(`
  query MyApplication($code: String!) {
    myApplication(code: $code) {
      ...Own_application
    }
  }
`);

export const START = graphql(`
  mutation StartApplication($input: StartApplicationInput!) {
    startApplication(input: $input) {
      ... on MyApplication {
        ...Own_application
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SAVE = graphql(`
  mutation SaveApplication($input: SaveApplicationInput!) {
    saveApplication(input: $input) {
      ... on MyApplication {
        ...Own_application
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

export const SEND = graphql(`
  mutation SendApplication($input: SendApplicationInput!) {
    sendApplication(input: $input) {
      ... on MyApplication {
        ...Own_application
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

export const PAUSE = graphql(`
  mutation PauseApplication($input: PauseApplicationInput!) {
    pauseApplication(input: $input) {
      ... on MyApplication {
        ...Own_application
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawApplication($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      ... on MyApplication {
        ...Own_application
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const ASK_LINK = graphql(`
  mutation AskApplicationLink($input: AskApplicationLinkInput!) {
    askApplicationLink(input: $input) {
      ... on ApplicationLinkAsked {
        asked
      }
      ... on TooManyAttempts {
        retryAfterSeconds
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const ASKED = graphql(`
  query ApplicationAsk($code: String!, $locale: Locale!) {
    applicationAsk(code: $code, locale: $locale) {
      kind
      agencyName
      agencyPhone
      applicantName
      contactName
      answer
      text
      textHash
    }
  }
`);

export const ANSWER = graphql(`
  mutation AnswerApplicationAsk($input: AnswerApplicationAskInput!) {
    answerApplicationAsk(input: $input) {
      ... on ApplicationAsk {
        answer
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
