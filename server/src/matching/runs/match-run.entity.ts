import { Entity, Index } from 'typeorm';
import { PROPOSAL_MACHINE, type ProposalState } from '@tongxing/shared/states';
import type { ScorePart } from '@tongxing/shared/matching';
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
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

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
}
