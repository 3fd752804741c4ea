import { graphql } from '../../gql/index.js';

export const CARD_PAPER_HOLDS = graphql(`
  query CardPaperHolds($number: String!) {
    cardPaperHolds(number: $number)
  }
`);
