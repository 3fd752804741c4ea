import { assertUnreachable } from '@tongxing/shared/kernel';
import { REJECTION_RULES, type ReasonCount, type ScorePart } from '@tongxing/shared/matching';
import { toFinding } from '../../../people/index.js';
import { make, toCommonPayload, toGlobalId } from '../../../platform/graphql/index.js';
import type { MatchProposal, MatchRun } from '../match-run.entity.js';
import type { RunMatchError } from '../match-runs.js';
import type { AcceptError, NotEligibleError, PlaceTakenError } from '../proposals.js';
import {
  MatchProposalType,
  MatchRunType,
  NobodyReady,
  PlaceTaken,
  ReasonCountType,
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
    version: row.version,
    row,
  });
}

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
    default:
      return assertUnreachable(error);
  }
}

export function toNotEligible(error: NotEligibleError): VolunteerNotEligible {
  return make(VolunteerNotEligible, {
    code: error.code,
    message: 'The volunteer may not serve on that day.',
    findings: error.findings.map(toFinding),
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
