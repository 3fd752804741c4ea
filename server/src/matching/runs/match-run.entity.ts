import { Entity, Index } from 'typeorm';
import { PROPOSAL_MACHINE, type ProposalState } from '@tongxing/shared/states';
import type { MatchWeights, ScorePart } from '@tongxing/shared/matching';
import {
  DateColumn,
  EnumColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalJsonColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

export const RUN_STATES = ['RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Whom a run looks at: all rows of whoever starts it, one office of theirs, or the children of one area. */
export type RunScope =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'OFFICE'; readonly officeId: string }
  | { readonly kind: 'AREA'; readonly areaCode: string };

/** Who was there to be matched. */
export interface Readiness {
  readonly volunteersTotal: number;
  readonly volunteersReady: number;
  readonly childrenWaiting: number;
}

/** One solve, kept so that anyone may prove it again: its input by ids and codes, its prices, its certificate. */
@Entity('match_run')
@Index('ux_match_run_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_match_run_started', ['agencyId', 'startedAt'])
export class MatchRun {
  @IdColumn() id: string;
  @LinkColumn('match_run', 'agencyId', 'agency') agencyId: string;
  /** The client's own id of the request: a retry finds the run instead of making another. */
  @TextColumn(64) requestId: string;
  @RefColumn() startedBy: string;
  @InstantColumn() startedAt: string;
  @DateColumn() serviceDate: string;
  @IntColumn() volunteersConsidered: number;
  @IntColumn() childrenConsidered: number;
  @IntColumn() candidatePairs: number;
  @TextColumn(20) objective: string;
  @TextColumn(20) bound: string;
  @FlagColumn() certificateChecked: boolean;
  @TextColumn(64) inputHash: string;
  @IntColumn() weightsVersion: number;
  @IntColumn() durationMs: number;
  /** Null: from before runs had one; such a run is done. */
  @OptionalEnumColumn('match_run', 'state', RUN_STATES) state: RunState | null;
  /** 0 to 100. */
  @OptionalIntColumn() progress: number | null;
  @OptionalJsonColumn() scope: RunScope | null;
  @OptionalJsonColumn() readiness: Readiness | null;
  /** When whoever works at it last said so: a run that says nothing any more has been lost with its process. */
  @OptionalInstantColumn() aliveAt: string | null;
  @OptionalInstantColumn() endedAt: string | null;
}

export const DOCUMENT_KINDS = ['INPUT', 'SOLUTION'] as const;

/** What proves a run again: its input and its solution, compressed, sealed (they tell when children are free), in parts. */
@Entity('match_run_document')
@Index('ux_match_run_document_part', ['runId', 'kind', 'part'], { unique: true })
export class MatchRunDocument {
  @IdColumn() id: string;
  @LinkColumn('match_run_document', 'runId', 'match_run') runId: string;
  @EnumColumn('match_run_document', 'kind', DOCUMENT_KINDS) kind: 'INPUT' | 'SOLUTION';
  @IntColumn() part: number;
  @LongTextColumn() body: string;
}

export const PROPOSAL_STATES = Object.keys(PROPOSAL_MACHINE) as ProposalState[];

/** A pair that the engine proposes and a worker decides. */
@Entity('match_proposal')
@Index('ux_match_proposal_pair', ['runId', 'childId'], { unique: true })
@Index('ix_match_proposal_state', ['agencyId', 'state'])
export class MatchProposal {
  @IdColumn() id: string;
  @LinkColumn('match_proposal', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('match_proposal', 'runId', 'match_run') runId: string;
  @LinkColumn('match_proposal', 'volunteerId', 'volunteer') volunteerId: string;
  @LinkColumn('match_proposal', 'childId', 'child') childId: string;
  @IntColumn() score: number;
  @JsonColumn() parts: ScorePart[];
  @IntColumn() slack: number;
  @EnumColumn('match_proposal', 'state', PROPOSAL_STATES) state: ProposalState;
  @IntColumn() version: number;
  @OptionalRefColumn() decidedBy: string | null;
  @OptionalInstantColumn() decidedAt: string | null;
  @OptionalLongTextColumn() declineReasonSealed: string | null;
  /** Who holds the pair fast: later runs and swaps leave it as it is. */
  @OptionalRefColumn() heldBy: string | null;
  @OptionalInstantColumn() heldAt: string | null;
}

/** An agency's own table of weights; a new version beside the older ones, never in their place. */
@Entity('match_weights')
@Index('ux_match_weights_version', ['agencyId', 'version'], { unique: true })
export class MatchWeightTable {
  @IdColumn() id: string;
  @LinkColumn('match_weights', 'agencyId', 'agency') agencyId: string;
  @IntColumn() version: number;
  @JsonColumn() criteria: MatchWeights['criteria'];
  @LongTextColumn() reason: string;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: string;
}
