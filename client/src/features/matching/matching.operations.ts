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
      }
      ... on NobodyReady {
        volunteersTotal
        volunteersReady
        childrenWaiting
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
      unmatched {
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
