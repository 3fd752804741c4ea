import { graphql } from '../../gql/index.js';

export const APPLICATIONS = graphql(`
  query Applications($show: ApplicationsShown!, $first: Int, $after: String) {
    applications(show: $show, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          state
          paused
          waits
          age
          via
          linkName
          startedAt
          sentAt
          others
          decidedAt
        }
      }
    }
  }
`);

export const DESK_APPLICATION = graphql(`
  fragment Desk_application on Application {
    id
    name
    phone
    state
    paused
    waits
    age
    via
    linkName
    startedAt
    sentAt
    others
    version
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
    asks {
      id
      kind
      name
      relation
      askedAt
      expiresAt
      answeredAt
      answer
      signedAs
      words
      signature
    }
    talks {
      id
      talkedOn
      talkedBy
      note
    }
    decidedAt
    decidedBy
    declineReason
    letter
    decisionNote
  }
`);

export const APPLICATION = graphql(`
  query Application($id: ID!) {
    application(id: $id) {
      ...Desk_application
    }
    areaChoices {
      code
      name
      nameEn
    }
  }
`);

export const NOTE_TALK = graphql(`
  mutation NoteApplicationTalk($input: NoteApplicationTalkInput!) {
    noteApplicationTalk(input: $input) {
      __typename
      ... on Application {
        ...Desk_application
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

export const ASK_REFEREE = graphql(`
  mutation AskReferee($input: AskRefereeInput!) {
    askReferee(input: $input) {
      __typename
      ... on Application {
        ...Desk_application
      }
    }
  }
`);

export const ASK_GUARDIAN = graphql(`
  mutation AskApplicantGuardian($input: AskApplicantGuardianInput!) {
    askApplicantGuardian(input: $input) {
      __typename
      ... on Application {
        ...Desk_application
      }
    }
  }
`);

export const ACCEPT = graphql(`
  mutation AcceptApplication($input: AcceptApplicationInput!) {
    acceptApplication(input: $input) {
      __typename
      ... on ApplicationAccepted {
        invitation
        application {
          ...Desk_application
        }
      }
      ... on ApplicationHeld {
        waits
      }
      ... on ApplicantKnown {
        knownName
        isVolunteer
        mayLink
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

export const DECLINE = graphql(`
  mutation DeclineApplication($input: DeclineApplicationInput!) {
    declineApplication(input: $input) {
      __typename
      ... on Application {
        ...Desk_application
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

export const APPLY_LINKS = graphql(`
  query ApplyLinks {
    applyLinks {
      id
      kind
      name
      path
      picture
      createdAt
      closedAt
    }
  }
`);

export const MAKE_LINK = graphql(`
  mutation MakeApplyLink($input: MakeApplyLinkInput!) {
    makeApplyLink(input: $input) {
      __typename
      ... on ApplyLink {
        id
        path
      }
    }
  }
`);

export const CLOSE_LINK = graphql(`
  mutation CloseApplyLink($input: CloseApplyLinkInput!) {
    closeApplyLink(input: $input) {
      __typename
      ... on ApplyLink {
        id
        closedAt
      }
    }
  }
`);
