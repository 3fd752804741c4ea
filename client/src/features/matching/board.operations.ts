import { graphql } from '../../gql/index.js';

export const IF_DECLINED = graphql(`
  query IfDeclined($id: ID!) {
    matchProposal(id: $id) {
      id
      ifDeclined {
        loss
        moves {
          child {
            id
            name
            pseudonym
          }
          before {
            id
            name
          }
          after {
            id
            name
          }
        }
      }
    }
  }
`);

export const IF_SWAPPED = graphql(`
  query IfSwapped($id: ID!, $volunteerId: ID!) {
    matchProposal(id: $id) {
      id
      ifSwapped(volunteerId: $volunteerId) {
        ... on WhatIf {
          loss
          moves {
            child {
              id
              name
              pseudonym
            }
            before {
              id
              name
            }
            after {
              id
              name
            }
          }
        }
        ... on PairRefused {
          reasons {
            code
            rule
            clause
          }
        }
        ... on UserError {
          code
        }
      }
    }
  }
`);

export const HOLD_PROPOSAL = graphql(`
  mutation HoldProposal($input: HoldProposalInput!) {
    holdProposal(input: $input) {
      ... on MatchProposal {
        id
        held
        version
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const SWAP_PROPOSAL = graphql(`
  mutation SwapProposal($input: SwapProposalInput!) {
    swapProposal(input: $input) {
      ... on MatchProposal {
        id
        version
      }
      ... on PairRefused {
        reasons {
          code
          rule
          clause
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CANCEL_RUN = graphql(`
  mutation CancelMatchRun($input: CancelMatchRunInput!) {
    cancelMatchRun(input: $input) {
      ... on MatchRun {
        id
        state
      }
      ... on UserError {
        code
      }
    }
  }
`);

/** Offices and areas that a run can be bounded to. */
export const RUN_SCOPES = graphql(`
  query RunScopes($areas: Boolean!) {
    officeChoices {
      id
      name
    }
    serviceAreas @include(if: $areas) {
      areas {
        code
        name
        closedOn
      }
    }
  }
`);
