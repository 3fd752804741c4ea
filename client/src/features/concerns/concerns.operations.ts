import { graphql } from '../../gql/index.js';

export const RAISE_CONCERN = graphql(`
  mutation RaiseConcern($input: RaiseConcernInput!) {
    raiseConcern(input: $input) {
      ... on ConcernReceipt {
        raisedAt
        dueAt
        workerName
        workerPhone
        agencyPhone
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

export const CONCERNS = graphql(`
  query Concerns($first: Int, $after: String) {
    concerns(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          childId
          childName
          companionshipId
          raisedByKind
          raisedBy
          text
          raisedAt
          dueAt
          state
          seenBy
          seenAt
          reportedAt
          closedAt
          workerName
        }
      }
    }
  }
`);

export const MARK_CONCERN_SEEN = graphql(`
  mutation MarkConcernSeen($input: MarkConcernSeenInput!) {
    markConcernSeen(input: $input) {
      ... on Concern {
        id
        state
        seenBy
        seenAt
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CONCERN_FILE = graphql(`
  query ConcernFile($concernId: ID!) {
    concernFile(concernId: $concernId) {
      id
      concern {
        childId
        childName
        companionshipId
        raisedByKind
        raisedBy
        text
        raisedAt
        dueAt
        state
        seenBy
        reportedAt
        workerName
      }
      steps {
        stepId
        kind
        byName
        at
        happenedAt
        text
        category
        authority
        reference
        assigneeName
        dueAt
        waits
        taskId
      }
      mayWrite
      accounts
      about
      mayLink
      openCards
      links {
        linkedName
        reason
        byName
        at
        endedAt
      }
    }
  }
`);

export const LINK_CONCERN = graphql(`
  mutation LinkConcern($input: LinkConcernInput!) {
    linkConcern(input: $input) {
      ... on ConcernFile {
        mayLink
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

export const NAME_COLLEAGUE = graphql(`
  mutation NameConcernColleague($input: NameConcernColleagueInput!) {
    nameConcernColleague(input: $input) {
      ... on ConcernFile {
        about
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

export const CHILDREN_BY_NAME = graphql(`
  query ChildrenByName($query: String!) {
    searchPeople(query: $query, first: 8) {
      people {
        kind
        id
        name
      }
    }
  }
`);

export const CASE_TEAM = graphql(`
  query CaseTeam {
    caseTeam {
      personId
      name
    }
  }
`);

export const WRITE_STEP = graphql(`
  mutation WriteConcernStep($input: WriteConcernStepInput!) {
    writeConcernStep(input: $input) {
      ... on ConcernFile {
        mayWrite
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on ConcernBlocked {
        blockers
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const MY_CONCERNS = graphql(`
  query MyConcerns {
    myConcerns {
      raisedAt
      dueAt
      seen
      workerName
      workerPhone
      agencyPhone
    }
  }
`);

/** What a card said while there was no line. */
export const SAY_KEPT = graphql(`
  mutation SayKept($input: SayByCardInput!) {
    sayByCard(input: $input) {
      ... on CardHeard {
        said
      }
      ... on UserError {
        code
      }
    }
  }
`);
