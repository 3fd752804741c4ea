import { graphql } from '../../gql/index.js';

export const MY_RIGHTS = graphql(`
  query MyRights {
    myRights {
      id
      right
      state
      askedAt
      dueOn
      words
      about
      shouldBe
      ground
      reason
      before
      after
      decidedAt
      readyUntil
      version
    }
  }
`);

export const ASK_FOR_RIGHT = graphql(`
  mutation AskForRight($input: AskForRightInput!) {
    askForRight(input: $input) {
      ... on MyRightsRequest {
        id
        right
        dueOn
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

export const TAKE_BACK_RIGHT = graphql(`
  mutation TakeBackRight($input: TakeBackRightInput!) {
    takeBackRight(input: $input) {
      ... on MyRightsRequest {
        id
        state
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const RIGHTS_REQUESTS = graphql(`
  query RightsRequests($open: Boolean!, $first: Int, $after: String) {
    rightsRequests(open: $open, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          personName
          askedBy
          right
          state
          askedOn
          dueOn
          decidedAt
        }
      }
    }
  }
`);

export const RIGHTS_REQUEST = graphql(`
  query RightsRequest($id: ID!) {
    rightsRequest(id: $id) {
      id
      personName
      askedBy
      right
      state
      askedAt
      askedOn
      dueOn
      words
      about
      shouldBe
      ground
      reason
      before
      after
      decidedAt
      decidedBy
      readyUntil
      version
    }
  }
`);

export const GIVE_RIGHT = graphql(`
  mutation GiveRight($input: GiveRightInput!) {
    giveRight(input: $input) {
      ... on RightsRequest {
        id
        state
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

export const REFUSE_RIGHT = graphql(`
  mutation RefuseRight($input: RefuseRightInput!) {
    refuseRight(input: $input) {
      ... on RightsRequest {
        id
        state
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

export const ERASURE_HOLDS = graphql(`
  query ErasureHolds($id: ID!) {
    erasureHolds(rightsRequestId: $id)
  }
`);
