// One proposal as the board's pane has it.
import type { MatchProposalQuery } from '../../gql/graphql.js';

export type Proposal = NonNullable<MatchProposalQuery['matchProposal']>;
