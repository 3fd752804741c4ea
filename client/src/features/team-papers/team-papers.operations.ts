import { graphql } from '../../gql/index.js';

export const TEAM_PAPER = graphql(`
  fragment TeamPaper_All on TeamPaper {
    id
    kind
    number
    datedOn
    amount
    withdrawnAt
    why
    files {
      id
      path
      name
      kind
      addedAt
    }
  }
`);

export const TEAM_PAPERS = graphql(`
  query TeamPapers($packId: ID!) {
    teamPapers(packId: $packId) {
      papers {
        ...TeamPaper_All
      }
    }
  }
`);

export const ADD_PAPER = graphql(`
  mutation AddTeamPaper($input: AddTeamPaperInput!) {
    outcome: addTeamPaper(input: $input) {
      ... on TeamPaperList {
        papers {
          ...TeamPaper_All
        }
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

export const WITHDRAW_PAPER = graphql(`
  mutation WithdrawTeamPaper($input: WithdrawTeamPaperInput!) {
    outcome: withdrawTeamPaper(input: $input) {
      ... on TeamPaperList {
        papers {
          ...TeamPaper_All
        }
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
