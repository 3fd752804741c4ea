import { graphql } from '../../gql/index.js';

export const PACK_HEAD = graphql(`
  fragment PackHead_All on PackHead {
    id
    teamName
    theme
    themeEn
    onDate
    dueOn
    overdue
    edition
    sentAt
  }
`);

export const EDITION = graphql(`
  fragment PackEdition_All on PackEdition {
    number
    sentAt
    sentBy
    debrief
    outcomes
    why
    hash
  }
`);

export const PACK = graphql(`
  fragment TeamPack_All on TeamPack {
    id
    activityId
    head {
      ...PackHead_All
    }
    lines {
      name
      minutes
    }
    missed
    evaluation
    editions {
      ...PackEdition_All
    }
    version
  }
`);

export const PACKS = graphql(`
  query TeamPacks {
    teamPacks {
      ...PackHead_All
    }
  }
`);

export const ONE_PACK = graphql(`
  query TeamPack($id: ID!) {
    teamPack(id: $id) {
      ...TeamPack_All
    }
  }
`);

export const PACK_MARKS = graphql(`
  query PackMarks($text: String!) {
    packMarks(text: $text) {
      kind
      from
      to
      instead
      sure
    }
  }
`);

export const THANKS = graphql(`
  query PackThanks($packId: ID!) {
    packThanks(packId: $packId) {
      thanks {
        id
        words
        agreed
        marks
        looked
        ownLook
        released
      }
    }
  }
`);

export const LOOK = graphql(`
  mutation LookAtThanks($input: LookAtThanksInput!) {
    outcome: lookAtThanks(input: $input) {
      ... on PackThanksList {
        thanks {
          id
          words
          agreed
          marks
          looked
          ownLook
          released
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SEND = graphql(`
  mutation SendTeamPack($input: SendTeamPackInput!) {
    outcome: sendTeamPack(input: $input) {
      ... on TeamPack {
        ...TeamPack_All
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on MarksUnread {
        marks
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const COMPANY_PACKS = graphql(`
  query CompanyPacks {
    companyPacks {
      ...PackHead_All
    }
  }
`);

export const COMPANY_PACK = graphql(`
  query CompanyPack($id: ID!) {
    companyPack(packId: $id) {
      head {
        ...PackHead_All
      }
      told {
        ...PackEdition_All
      }
      lines {
        id
        name
        minutes
      }
      participants
      thanks
    }
  }
`);

export const INTERESTS = graphql(`
  query CompanionInterests {
    companionInterests {
      waiting {
        id
        name
        saidAt
      }
    }
  }
`);

export const ANSWER_INTEREST = graphql(`
  mutation AnswerCompanionInterest($input: AnswerInterestInput!) {
    outcome: answerCompanionInterest(input: $input) {
      ... on WaitingInterests {
        waiting {
          id
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);
