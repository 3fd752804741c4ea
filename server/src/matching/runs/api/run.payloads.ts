import { assertUnreachable } from '@tongxing/shared/kernel';
import { REJECTION_RULES, type ReasonCount, type RejectionCode, type ScorePart } from '@tongxing/shared/matching';
import { findingsWithoutHit } from '@tongxing/shared/rules';
import { toFinding } from '../../../people/index.js';
import { make, toCommonPayload, toGlobalId } from '../../../platform/graphql/index.js';
import type { PairRefusedError } from '../boards.js';
import type { MatchProposal, MatchRun, RunScope } from '../match-run.entity.js';
import { stateOf } from '../run-state.js';
import type { RunMatchError } from '../match-runs.js';
import type { PlaceTakenError } from '../../companionships/places.js';
import type { AcceptError, NotEligibleError } from '../proposals.js';
import { PairReasonType, PairRefused } from './board.types.js';
import {
  MatchProposalType,
  MatchRunType,
  MatchUnderWay,
  NobodyReady,
  PlaceTaken,
  ReasonCountType,
  RunReadinessType,
  RunScopeType,
  ScorePartType,
  VolunteerNotEligible,
} from './run.types.js';

export function toRun(row: MatchRun): MatchRunType {
  return make(MatchRunType, {
    id: toGlobalId('MatchRun', row.id),
    startedAt: row.startedAt,
    serviceDate: row.serviceDate,
    volunteersConsidered: row.volunteersConsidered,
    childrenConsidered: row.childrenConsidered,
    candidatePairs: row.candidatePairs,
    objective: row.objective,
    bound: row.bound,
    optimal: row.objective === row.bound,
    certificateChecked: row.certificateChecked,
    inputHash: row.inputHash,
    weightsVersion: row.weightsVersion,
    durationMs: row.durationMs,
    state: stateOf(row),
    progress: row.progress ?? 100,
    scope: toScope(row.scope),
    readiness: row.readiness && make(RunReadinessType, row.readiness),
    row,
  });
}

export const toParts = (parts: readonly ScorePart[]): ScorePartType[] =>
  parts.map(({ criterion, points, fact }) => make(ScorePartType, { criterion, points, fact }));

export function toProposal(row: MatchProposal, declineReason: string | undefined): MatchProposalType {
  return make(MatchProposalType, {
    id: toGlobalId('MatchProposal', row.id),
    state: row.state,
    score: row.score,
    parts: toParts(row.parts),
    slack: row.slack,
    declineReason: declineReason ?? null,
    decidedAt: row.decidedAt,
    held: row.heldAt !== null,
    version: row.version,
    row,
  });
}

const toScope = (scope: RunScope | null): RunScopeType =>
  make(RunScopeType, {
    kind: scope?.kind ?? 'ALL',
    officeId: scope?.kind === 'OFFICE' ? toGlobalId('Office', scope.officeId) : null,
    areaCode: scope?.kind === 'AREA' ? scope.areaCode : null,
  });

export const toPairReasons = (codes: readonly RejectionCode[]): PairReasonType[] =>
  codes.map((code) => {
    const { rule, clause, satisfiedBy } = REJECTION_RULES[code];
    return make(PairReasonType, { code, rule: rule ?? null, clause: clause ?? null, satisfiedBy });
  });

export const toPairRefused = ({ code, rejections }: PairRefusedError): PairRefused =>
  make(PairRefused, { code, message: 'A rule keeps the two apart.', reasons: toPairReasons(rejections) });

export function toReason({ code, volunteers }: ReasonCount): ReasonCountType {
  const { rule, clause } = REJECTION_RULES[code];
  return make(ReasonCountType, { code, rule: rule ?? null, clause: clause ?? null, volunteers });
}

export function toRunRefusal(error: RunMatchError) {
  switch (error.code) {
    case 'INVALID_INPUT':
      return toCommonPayload(error);
    case 'NOBODY_READY':
      return make(NobodyReady, {
        code: error.code,
        message: 'Nobody can be matched on that day.',
        volunteersTotal: error.volunteersTotal,
        volunteersReady: error.volunteersReady,
        childrenWaiting: error.childrenWaiting,
      });
    case 'MATCH_UNDER_WAY':
      return make(MatchUnderWay, {
        code: error.code,
        message: 'Another run is under way.',
        runId: toGlobalId('MatchRun', error.runId),
      });
    default:
      return assertUnreachable(error);
  }
}

export function toNotEligible(error: NotEligibleError): VolunteerNotEligible {
  return make(VolunteerNotEligible, {
    code: error.code,
    message: 'The volunteer may not serve on that day.',
    // Whoever decides about proposals is neither checker nor director (H8).
    findings: findingsWithoutHit(error.findings).map(toFinding),
  });
}

const toPlaceTaken = ({ code, who }: PlaceTakenError): PlaceTaken =>
  make(PlaceTaken, { code, message: 'The place was given away meanwhile.', who });

export function toAcceptRefusal(error: AcceptError) {
  switch (error.code) {
    case 'VOLUNTEER_NOT_ELIGIBLE':
      return toNotEligible(error);
    case 'PLACE_TAKEN':
      return toPlaceTaken(error);
    case 'NOT_FOUND':
    case 'STALE_VERSION':
    case 'TRANSITION_REFUSED':
      return toCommonPayload(error);
    default:
      return assertUnreachable(error);
  }
}
