import { graphql } from '../../gql/index.js';

export const MATCH_RUNS = graphql(`
  query MatchRuns($first: Int, $after: String) {
    matchRuns(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          startedAt
          startedBy
          serviceDate
          volunteersConsidered
          childrenConsidered
          optimal
          certificateChecked
          state
          progress
          waiting: proposals(first: 1, state: PROPOSED) {
            totalCount
          }
        }
      }
    }
  }
`);

export const RUN_MATCH = graphql(`
  mutation RunMatch($input: RunMatchInput!) {
    runMatch(input: $input) {
      ... on MatchRun {
        id
        state
      }
      ... on NobodyReady {
        volunteersTotal
        volunteersReady
        childrenWaiting
      }
      ... on MatchUnderWay {
        runId
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

export const MATCH_RUN = graphql(`
  query MatchRun($id: ID!) {
    matchRun(id: $id) {
      id
      startedAt
      startedBy
      serviceDate
      volunteersConsidered
      childrenConsidered
      candidatePairs
      objective
      bound
      optimal
      certificateChecked
      inputHash
      weightsVersion
      durationMs
      state
      progress
      scope {
        kind
        areaCode
      }
      readiness {
        volunteersTotal
        volunteersReady
        childrenWaiting
      }
    }
  }
`);

/** Beside the board, so that the board does not wait for it. */
export const MATCH_LEFT = graphql(`
  query MatchLeft($id: ID!) {
    matchRun(id: $id) {
      id
      childrenConsidered
      unmatchedTotal
      extraPlaces(places: 3) {
        places
        wouldPlace
      }
      unmatched(first: 100) {
        child {
          id
          name
          pseudonym
        }
        reasons {
          code
          rule
          clause
          volunteers
        }
      }
    }
  }
`);

export const MATCH_PROPOSALS = graphql(`
  query MatchProposals($runId: ID!, $first: Int, $after: String, $state: ProposalState) {
    matchRun(id: $runId) {
      id
      all: proposals(first: 1) {
        totalCount
      }
      proposals(first: $first, after: $after, state: $state) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            state
            held
            score
            slack
            child {
              id
              name
              pseudonym
            }
            volunteer {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const MATCH_PROPOSAL = graphql(`
  query MatchProposal($id: ID!, $on: LocalDate) {
    matchProposal(id: $id) {
      id
      state
      held
      score
      slack
      version
      declineReason
      decidedBy
      decidedAt
      parts {
        criterion
        points
        fact
      }
      child {
        id
        name
        pseudonym
      }
      volunteer {
        id
        name
        eligibility(on: $on) {
          ready
          findings {
            requirement
            outcome
            rule
            clause
            since
            until
            remedy
          }
        }
      }
      companionship {
        id
      }
      alternatives(first: 3) {
        score
        loss
        volunteer {
          id
          name
        }
        parts {
          criterion
          points
          fact
        }
      }
      ruledOut(first: 3) {
        volunteer {
          id
          name
        }
        reasons {
          code
          rule
          clause
        }
      }
    }
  }
`);

export const ACCEPT_PROPOSAL = graphql(`
  mutation AcceptProposal($input: AcceptProposalInput!) {
    acceptProposal(input: $input) {
      ... on MatchProposal {
        id
        version
        companionship {
          id
        }
      }
      ... on VolunteerNotEligible {
        findings {
          requirement
          outcome
          rule
          clause
          since
          until
          remedy
        }
      }
      ... on PlaceTaken {
        who
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const DECLINE_PROPOSAL = graphql(`
  mutation DeclineProposal($input: DeclineProposalInput!) {
    declineProposal(input: $input) {
      ... on MatchProposal {
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
