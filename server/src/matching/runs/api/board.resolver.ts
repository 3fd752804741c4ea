import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildType, toChild } from '../../../children/index.js';
import { toVolunteer, VolunteerType } from '../../../people/index.js';
import { Allow, OfGrade, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../../platform/graphql/index.js';
import { Boards, type WhatIfView } from '../boards.js';
import { MatchRuns } from '../match-runs.js';
import { RunReports } from '../run-reports.js';
import { Suggestions, type SuggestionsView } from '../suggestions.js';
import {
  CancelMatchRunInput,
  CancelMatchRunResult,
  HoldProposalInput,
  HoldProposalResult,
  IfSwapped,
  ProposalMoveType,
  RuledOutType,
  SuggestionsType,
  SuggestionType,
  SwapProposalInput,
  SwapProposalResult,
  WhatIfType,
} from './board.types.js';
import { toPairReasons, toPairRefused, toParts, toProposal, toRun } from './run.payloads.js';
import { MatchProposalType } from './run.types.js';

const FEW = 5;
const MOST = 20;
const MISSING = { code: 'NOT_FOUND' } as const;

const bounded = (first: number | null | undefined) => Math.min(Math.max(first ?? FEW, 1), MOST);

/** What a worker does with a board besides yes and no. */
@Resolver(() => MatchProposalType)
export class BoardResolver {
  constructor(
    private readonly boards: Boards,
    private readonly runs: MatchRuns,
    private readonly reports: RunReports,
  ) {}

  @Mutation(() => HoldProposalResult, { description: 'Holds a proposed pair fast, or lets it go; not yet a decision.' })
  @Allow('match.decide')
  async holdProposal(
    @Args('input') input: HoldProposalInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof HoldProposalResult> {
    const id = fromGlobalId('MatchProposal', input.proposalId);
    if (id === undefined) return toCommonPayload(MISSING);
    const outcome = await this.boards.hold(actor, id, input.version, input.held);
    return outcome.ok ? toProposal(outcome.value, undefined) : toCommonPayload(outcome.error);
  }

  @Mutation(() => SwapProposalResult, {
    description: 'Gives the child another volunteer, holds that pair fast, and moves whoever has to move.',
  })
  @Allow('match.decide')
  async swapProposal(
    @Args('input') input: SwapProposalInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SwapProposalResult> {
    const id = fromGlobalId('MatchProposal', input.proposalId);
    const volunteerId = fromGlobalId('Volunteer', input.volunteerId);
    if (id === undefined || volunteerId === undefined) return toCommonPayload(MISSING);
    const outcome = await this.boards.swap(actor, id, input.version, volunteerId);
    if (outcome.ok) return toProposal(outcome.value, undefined);
    return outcome.error.code === 'PAIR_REFUSED' ? toPairRefused(outcome.error) : toCommonPayload(outcome.error);
  }

  @Mutation(() => CancelMatchRunResult, { description: 'Ends a run that is under way; nothing of it is kept.' })
  @Allow('match.run')
  async cancelMatchRun(
    @Args('input') input: CancelMatchRunInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CancelMatchRunResult> {
    const id = fromGlobalId('MatchRun', input.matchRunId);
    if (id === undefined) return toCommonPayload(MISSING);
    const outcome = await this.runs.cancel(actor, id);
    return outcome.ok ? toRun(outcome.value) : toCommonPayload(outcome.error);
  }

  @ResolveField(() => [RuledOutType], {
    description: 'Volunteers who are ready and whom a rule keeps from the child, the fewest rules first.',
  })
  @OfGrade('G5')
  async ruledOut(
    @Parent() proposal: MatchProposalType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many; five where it is missing.' })
    first?: number,
  ): Promise<RuledOutType[]> {
    const found = await this.reports.ruledOut(proposal.row, bounded(first), rowsFor(actor, 'match.read'));
    return found.map(({ volunteer, rejections }) =>
      make(RuledOutType, { volunteer: toVolunteer(volunteer), reasons: toPairReasons(rejections) }),
    );
  }

  @ResolveField(() => WhatIfType, { description: 'What becomes of the others if this proposal is declined.' })
  @OfGrade('G5')
  async ifDeclined(@Parent() proposal: MatchProposalType, @Context('actor') actor: PersonActor): Promise<WhatIfType> {
    return toWhatIf(await this.boards.ifDeclined(actor, proposal.row));
  }

  @ResolveField(() => IfSwapped, { description: 'What becomes of everybody if the child gets this volunteer instead.' })
  @OfGrade('G5')
  async ifSwapped(
    @Parent() proposal: MatchProposalType,
    @Context('actor') actor: PersonActor,
    @Args('volunteerId', { type: () => ID, nullable: true, description: 'Who instead.' }) given?: string,
  ): Promise<typeof IfSwapped> {
    const volunteerId = fromGlobalId('Volunteer', given ?? '');
    if (volunteerId === undefined) return toCommonPayload(MISSING);
    const outcome = await this.boards.ifSwapped(actor, proposal.row, volunteerId);
    if (outcome.ok) return toWhatIf(outcome.value);
    return outcome.error.code === 'PAIR_REFUSED' ? toPairRefused(outcome.error) : toCommonPayload(outcome.error);
  }
}

@Resolver(() => VolunteerType)
export class VolunteerSuggestionsResolver {
  constructor(private readonly suggestions: Suggestions) {}

  @ResolveField(() => SuggestionsType, {
    nullable: true,
    description: 'Children whom this volunteer could accompany; null where there is no run yet to ask.',
  })
  async suggestedChildren(
    @Parent() volunteer: VolunteerType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many; five where it is missing.' })
    first?: number,
  ): Promise<SuggestionsType | null> {
    return toSuggestions(await this.suggestions.childrenFor(actor, volunteer.view, bounded(first)));
  }
}

@Resolver(() => ChildType)
export class ChildSuggestionsResolver {
  constructor(private readonly suggestions: Suggestions) {}

  @ResolveField(() => SuggestionsType, {
    nullable: true,
    description: 'Volunteers who could accompany this child; null where there is no run yet to ask.',
  })
  @OfGrade('G5')
  async suggestedVolunteers(
    @Parent() child: ChildType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many; five where it is missing.' })
    first?: number,
  ): Promise<SuggestionsType | null> {
    return toSuggestions(await this.suggestions.volunteersFor(actor, child.view, bounded(first)));
  }
}

export function toSuggestions(found: SuggestionsView | undefined): SuggestionsType | null {
  if (!found) return null;
  return make(SuggestionsType, {
    run: toRun(found.run),
    suggestions: found.suggestions.map(({ child, volunteer, score, loss, parts }) =>
      make(SuggestionType, {
        child: toChild(child),
        volunteer: toVolunteer(volunteer),
        score,
        loss,
        parts: toParts(parts),
      }),
    ),
  });
}

const toWhatIf = ({ loss, moves }: WhatIfView): WhatIfType =>
  make(WhatIfType, {
    loss,
    moves: moves.map(({ child, before, after, score }) =>
      make(ProposalMoveType, {
        child: toChild(child),
        before: before ? toVolunteer(before) : null,
        after: after ? toVolunteer(after) : null,
        score: score ?? null,
      }),
    ),
  });
