import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { ChildType } from '../../../children/index.js';
import { VolunteerType } from '../../../people/index.js';
import { Graded } from '../../../platform/access/index.js';
import { NotFound, StaleVersion, TransitionRefused, UserError } from '../../../platform/graphql/index.js';
import { MatchProposalType, MatchRunType, ScorePartType } from './run.types.js';

@ObjectType('PairReason', { description: 'A rule that keeps two people apart.' })
@Graded('match', 'G1')
export class PairReasonType {
  @Field({ description: 'Code of the rule.' }) code: string;
  @Field(() => String, { nullable: true, description: 'Rule of the platform, where one stands behind it.' }) rule:
    string | null;
  @Field(() => String, { nullable: true, description: 'Clause of MZ/T 248—2025.' }) clause: string | null;
  @Field({ description: 'Code of what would satisfy it.' }) satisfiedBy: string;
}

@ObjectType('RuledOut', { description: 'A volunteer who is ready, and whom a rule keeps from the child.' })
@Graded('match', 'G5')
export class RuledOutType {
  @Field(() => VolunteerType, { description: 'Who.' }) volunteer: VolunteerType;
  @Field(() => [PairReasonType], { description: 'Every rule that failed.' }) reasons: PairReasonType[];
}

@ObjectType('ProposalMove', { description: 'What another choice would change for one child.' })
@Graded('match', 'G5')
export class ProposalMoveType {
  @Field(() => ChildType, { description: 'Whose companion changes.' }) child: ChildType;
  @Field(() => VolunteerType, { nullable: true, description: 'Proposed until now; null: nobody.' })
  before: VolunteerType | null;
  @Field(() => VolunteerType, { nullable: true, description: 'Proposed then; null: nobody.' })
  after: VolunteerType | null;
  @Field(() => Int, { nullable: true, description: 'Score of the new pair.' }) score: number | null;
}

@ObjectType('WhatIf', { description: 'What another choice would bring about; nothing of it is stored.' })
@Graded('match', 'G5')
export class WhatIfType {
  @Field(() => Int, {
    description: 'What all open proposals together would lose, exactly; negative where they would gain.',
  })
  loss: number;
  @Field(() => [ProposalMoveType], { description: 'Every change, that of the child itself among them.' })
  moves: ProposalMoveType[];
}

@ObjectType({ implements: () => [UserError], description: 'A rule keeps the two apart.' })
@Graded('match', 'G1')
export class PairRefused extends UserError {
  @Field(() => [PairReasonType], { description: 'Every rule that failed.' }) reasons: PairReasonType[];
}

@ObjectType('Suggestion', { description: 'A pair that could be, with what it would cost the whole.' })
@Graded('match', 'G5')
export class SuggestionType {
  @Field(() => ChildType, { description: 'The child.' }) child: ChildType;
  @Field(() => VolunteerType, { description: 'The volunteer.' }) volunteer: VolunteerType;
  @Field(() => Int, { description: 'Score of this pair.' }) score: number;
  @Field(() => Int, { description: 'What the whole would lose, exactly, if this pair were chosen; 0: equally good.' })
  loss: number;
  @Field(() => [ScorePartType], { description: 'Parts of the score.' }) parts: ScorePartType[];
}

@ObjectType('Suggestions', { description: 'The best pairs for one person, worked out on the newest run.' })
@Graded('match', 'G5')
export class SuggestionsType {
  @Field(() => MatchRunType, { description: 'The run that was asked.' }) run: MatchRunType;
  @Field(() => [SuggestionType], { description: 'The least loss first.' }) suggestions: SuggestionType[];
}

@InputType()
export class HoldProposalInput {
  @Field(() => ID, { description: 'Which proposal.' }) proposalId: string;
  @Field(() => Int, { description: 'The version that the decision is based on.' }) version: number;
  @Field({ description: 'True: later runs and swaps leave the pair as it is; false: they may change it again.' })
  held: boolean;
}

@InputType()
export class SwapProposalInput {
  @Field(() => ID, { description: 'Which proposal.' }) proposalId: string;
  @Field(() => Int, { description: 'The version that the decision is based on.' }) version: number;
  @Field(() => ID, { description: 'Who is to accompany the child instead.' }) volunteerId: string;
}

@InputType()
export class CancelMatchRunInput {
  @Field(() => ID, { description: 'Which run.' }) matchRunId: string;
}

export const IfSwapped = createUnionType({
  name: 'IfSwapped',
  description: 'What a swap would bring about, or why it cannot be.',
  types: () => [WhatIfType, PairRefused, NotFound] as const,
});
export const HoldProposalResult = createUnionType({
  name: 'HoldProposalResult',
  types: () => [MatchProposalType, TransitionRefused, StaleVersion, NotFound] as const,
});
export const SwapProposalResult = createUnionType({
  name: 'SwapProposalResult',
  types: () => [MatchProposalType, PairRefused, TransitionRefused, StaleVersion, NotFound] as const,
});
export const CancelMatchRunResult = createUnionType({
  name: 'CancelMatchRunResult',
  types: () => [MatchRunType, TransitionRefused, NotFound] as const,
});
