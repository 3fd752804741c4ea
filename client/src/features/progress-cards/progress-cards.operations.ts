import { graphql } from '../../gql/index.js';

export const PROGRESS_CARD = graphql(`
  query ProgressCard($id: ID!) {
    progressCard(id: $id) {
      id
      childId
      childName
      state
      title
      text
      note
      own
      waiting
      writtenBy
      changedAt
      releasedAt
      frozen
      freezeReason
      clearedOnce
      version
      marks {
        kind
        from
        to
        instead
        sure
      }
    }
  }
`);

export const PROGRESS_CARDS = graphql(`
  query ProgressCards($childId: ID, $state: ProgressCardState, $waiting: Boolean, $first: Int, $after: String) {
    progressCards(childId: $childId, state: $state, waiting: $waiting, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          childName
          state
          title
          own
          waiting
          writtenBy
          changedAt
          frozen
        }
      }
    }
  }
`);

/** Who stands beside a child, and what was written of it: what the child's page shows. */
export const CHILD_PROGRESS = graphql(`
  query ChildProgress($childId: ID!) {
    sponsorships(childId: $childId) {
      id
      donorName
      state
      startsOn
      endsOn
      endReason
      version
    }
    progressCards(childId: $childId, first: 5) {
      totalCount
      edges {
        node {
          id
          title
          state
          own
          waiting
          frozen
          changedAt
        }
      }
    }
  }
`);

export const DONORS = graphql(`
  query Donors {
    donors {
      id
      name
    }
  }
`);

export const NEW_CARD_CHILD = graphql(`
  query NewCardChild($id: ID!) {
    child(id: $id) {
      id
      name
    }
  }
`);

export const SAVE_CARD = graphql(`
  mutation SaveProgressCard($input: SaveProgressCardInput!) {
    saveProgressCard(input: $input) {
      ... on ProgressCard {
        id
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

export const STEP_CARD = graphql(`
  mutation StepProgressCard($input: StepProgressCardInput!) {
    stepProgressCard(input: $input) {
      ... on ProgressCard {
        id
        version
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

export const MATCH_SPONSOR = graphql(`
  mutation MatchSponsor($input: MatchSponsorInput!) {
    matchSponsor(input: $input) {
      ... on Sponsorship {
        id
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const STEP_SPONSORSHIP = graphql(`
  mutation StepSponsorship($input: StepSponsorshipInput!) {
    stepSponsorship(input: $input) {
      ... on Sponsorship {
        id
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);
