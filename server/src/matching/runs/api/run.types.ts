import { Field, HideField, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import type { ProposalState } from '@tongxing/shared/states';
import { ChildType } from '../../../children/index.js';
import { EligibilityFindingType, VolunteerType } from '../../../people/index.js';
import {
  Connection,
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
  UserError,
} from '../../../platform/graphql/index.js';
import type { MatchProposal, MatchRun, RunScope, RunState } from '../match-run.entity.js';
import { Graded, OfGrade } from '../../../platform/access/index.js';

export const ProposalStateEnum: Record<ProposalState, ProposalState> = {
  PROPOSED: 'PROPOSED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  EXPIRED: 'EXPIRED',
};
registerEnumType(ProposalStateEnum, { name: 'ProposalState', description: 'Where a proposal stands (SM13).' });

@ObjectType('ScorePart', { description: 'One criterion of a score: its points and the fact behind them.' })
@Graded('match', 'G5')
export class ScorePartType {
  @Field({ description: 'Criterion of the weights table.' }) criterion: string;
  @Field(() => Int, { description: 'Points it adds.' }) points: number;
  @Field(() => String, { nullable: true, description: "The fact, in the criterion's own unit." }) fact: string | null;
}

@ObjectType('ReasonCount', { description: 'A failed matching rule, and for how many volunteers it was a reason.' })
@Graded('match', 'G1')
export class ReasonCountType {
  @Field({ description: 'Code of the rule.' }) code: string;
  @Field(() => String, { nullable: true, description: 'Rule of the platform, where one stands behind it.' }) rule:
    string | null;
  @Field(() => String, { nullable: true, description: 'Clause of MZ/T 248—2025.' }) clause: string | null;
  @Field(() => Int, { description: 'Volunteers for whom it failed.' }) volunteers: number;
}

@ObjectType('UnmatchedChild', { description: 'A waiting child for whom nobody was proposed.' })
@Graded('match', 'G5')
export class UnmatchedChildType {
  @Field(() => ChildType, { description: 'The child.' }) child: ChildType;
  @Field(() => [ReasonCountType], {
    description: 'Why, most frequent first; empty where candidates were needed elsewhere.',
  })
  reasons: ReasonCountType[];
}

@ObjectType('Alternative', { description: 'Another volunteer who may accompany the child.' })
@Graded('match', 'G5')
export class AlternativeType {
  @Field(() => VolunteerType, { description: 'Who.' }) volunteer: VolunteerType;
  @Field(() => Int, { description: 'Score of this pair.' }) score: number;
  @Field(() => Int, { description: 'What the whole would lose, exactly, if this pair were chosen; 0: equally good.' })
  loss: number;
  @Field(() => [ScorePartType], { description: 'Parts of the score.' }) parts: ScorePartType[];
}

@ObjectType('MatchProposal', { description: 'A pair that the engine proposes and a worker decides.' })
@Graded('match', 'G1')
export class MatchProposalType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ProposalStateEnum, { description: 'Where it stands.' }) state: ProposalState;
  @Field(() => Int, { description: 'Score of the pair.' }) score: number;
  @Field(() => [ScorePartType], { description: 'What the score is made of.' }) @OfGrade('G5') parts: ScorePartType[];
  @Field(() => Int, { description: 'What the whole would lose without this pair; 0: an equally good choice exists.' })
  slack: number;
  @Field(() => String, { nullable: true, description: "The worker's reason for declining." })
  @OfGrade('G5')
  declineReason: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was decided.' }) decidedAt: string | null;
  @Field({ description: 'Whether somebody holds the pair fast: later runs and swaps leave it as it is.' })
  held: boolean;
  @Field(() => Int, { description: 'To be passed back with a decision.' }) version: number;
  @HideField() row: MatchProposal;
}

export const MatchProposalConnection = Connection(() => MatchProposalType, 'MatchProposal');

export const RunStateEnum: Record<RunState, RunState> = {
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
};
registerEnumType(RunStateEnum, { name: 'MatchRunState', description: 'Where a run stands.' });
export const RunScopeEnum: Record<RunScope['kind'], RunScope['kind']> = { ALL: 'ALL', OFFICE: 'OFFICE', AREA: 'AREA' };
registerEnumType(RunScopeEnum, { name: 'MatchScopeKind', description: 'Whom a run looks at.' });

@ObjectType('MatchScope', { description: 'Whom a run looks at.' })
@Graded('match', 'G1')
export class RunScopeType {
  @Field(() => RunScopeEnum, { description: 'All, one office, or the children of one area.' }) kind: RunScope['kind'];
  @Field(() => ID, { nullable: true, description: 'The office.' }) officeId: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the area.' }) areaCode: string | null;
}

@ObjectType('MatchReadiness', { description: 'Who was there to be matched.' })
@Graded('match', 'G1')
export class RunReadinessType {
  @Field(() => Int, { description: 'Volunteers in all.' }) volunteersTotal: number;
  @Field(() => Int, { description: 'Those who are ready on that day.' }) volunteersReady: number;
  @Field(() => Int, { description: 'Children without a companion.' }) childrenWaiting: number;
}

@ObjectType('MatchRun', { description: 'One solve of the engine, with the proof that it is optimal.' })
@Graded('match', 'G1')
export class MatchRunType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => InstantType, { description: 'When it was started.' }) startedAt: string;
  @Field(() => LocalDateType, { description: 'Day of service that eligibility was judged for.' }) serviceDate: string;
  @Field(() => Int, { description: 'Volunteers who were ready.' }) volunteersConsidered: number;
  @Field(() => Int, { description: 'Children who were waiting.' }) childrenConsidered: number;
  @Field(() => Int, { description: 'Pairs that pass every gate.' }) candidatePairs: number;
  @Field({ description: 'Sum of the scores of all proposed pairs, as a whole number.' }) objective: string;
  @Field({ description: 'Proven upper bound; equal to objective where the run is optimal.' }) bound: string;
  @Field({ description: 'Whether nothing better exists, by the certificate.' }) optimal: boolean;
  @Field({ description: 'Whether the independent checker accepted the certificate.' }) certificateChecked: boolean;
  @Field({ description: 'SHA-256 of the stored input.' }) inputHash: string;
  @Field(() => Int, { description: 'Version of the weights table.' }) weightsVersion: number;
  @Field(() => Int, { description: 'Milliseconds from the first row read to the checked result.' }) durationMs: number;
  @Field(() => RunStateEnum, { description: 'Where it stands; only a run that is done has anything to decide.' })
  state: RunState;
  @Field(() => Int, { description: 'How far it is, 0 to 100.' }) progress: number;
  @Field(() => RunScopeType, { description: 'Whom it looks at.' }) scope: RunScopeType;
  @Field(() => RunReadinessType, { nullable: true, description: 'Who was there; null while that is not known.' })
  readiness: RunReadinessType | null;
  @HideField() row: MatchRun;
}

export const MatchRunConnection = Connection(() => MatchRunType, 'MatchRun');

@ObjectType({
  implements: () => [UserError],
  description: 'No volunteer is ready on that day, or no child is waiting.',
})
@Graded('match', 'G1')
export class NobodyReady extends UserError {
  @Field(() => Int, { description: 'Volunteers of the agency.' }) volunteersTotal: number;
  @Field(() => Int, { description: 'Those who are ready on that day.' }) volunteersReady: number;
  @Field(() => Int, { description: 'Children without a companion.' }) childrenWaiting: number;
}

@ObjectType({ implements: () => [UserError], description: 'One run at a time: another one is under way.' })
@Graded('match', 'G1')
export class MatchUnderWay extends UserError {
  @Field(() => ID, { description: 'The run that is under way.' }) runId: string;
}

@ObjectType({ implements: () => [UserError], description: 'The volunteer may not serve on that day.' })
@Graded('volunteer', 'G2')
export class VolunteerNotEligible extends UserError {
  @Field(() => [EligibilityFindingType], { description: 'All findings of the eligibility function.' })
  findings: EligibilityFindingType[];
}

@ObjectType({ implements: () => [UserError], description: 'The place was given away meanwhile.' })
@Graded('match', 'G1')
export class PlaceTaken extends UserError {
  @Field({
    description:
      'Whose place: CHILD, VOLUNTEER or SUPERVISOR; WORKER: who asks stands on the other side already (T14).',
  })
  who: string;
}

@InputType()
export class RunMatchInput {
  @Field(() => LocalDateType, { nullable: true, description: 'Day of service; today where it is missing.' })
  serviceDate?: string | null;
  @Field({ description: "The client's own id of this request; a retry with it finds the same run." }) requestId: string;
  @Field(() => ID, { nullable: true, description: 'Only this office; all that are yours where it is missing.' })
  officeId?: string | null;
  @Field(() => String, { nullable: true, description: 'Only the children of the area with this code.' })
  areaCode?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'For how many seconds to wait for the end, 0 to 20; twenty where it is missing. The run goes on.',
  })
  waitSeconds?: number | null;
}

@InputType()
export class AcceptProposalInput {
  @Field(() => ID, { description: 'Which proposal.' }) proposalId: string;
  @Field(() => Int, { description: 'The version that the decision is based on.' }) version: number;
}

@InputType()
export class DeclineProposalInput {
  @Field(() => ID, { description: 'Which proposal.' }) proposalId: string;
  @Field(() => Int, { description: 'The version that the decision is based on.' }) version: number;
  @Field({ description: 'Why not; kept with the proposal.' }) reason: string;
}

export const RunMatchResult = createUnionType({
  name: 'RunMatchResult',
  types: () => [MatchRunType, NobodyReady, MatchUnderWay, InvalidInput] as const,
});
export const AcceptProposalResult = createUnionType({
  name: 'AcceptProposalResult',
  types: () =>
    [MatchProposalType, VolunteerNotEligible, PlaceTaken, TransitionRefused, StaleVersion, NotFound] as const,
});
export const DeclineProposalResult = createUnionType({
  name: 'DeclineProposalResult',
  types: () => [MatchProposalType, InvalidInput, TransitionRefused, StaleVersion, NotFound] as const,
});
