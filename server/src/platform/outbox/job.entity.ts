import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  TextColumn,
} from '../database/columns.js';

/** READY waits for its time, CLAIMED is leased to a worker, DONE and DEAD are ends; the operator may revive a DEAD one. */
export const JOB_STATES = ['READY', 'CLAIMED', 'DONE', 'DEAD'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** One thing to do after a commit. Written with the change that asks for it, so neither exists without the other. */
@Entity('job')
@Index('ux_job_dedupe', ['dedupeKey'], { unique: true })
@Index('ix_job_due', ['state', 'runAt'])
@Index('ix_job_lease', ['state', 'leaseUntil'])
export class Job {
  @IdColumn() id: string;
  @OptionalRefColumn() agencyId: string | null;
  @TextColumn(80) kind: string;
  /** Sealed JSON: a message's body is personal data. Purged once the job is done. */
  @OptionalLongTextColumn() payloadSealed: string | null;
  @EnumColumn('job', 'state', JOB_STATES) state: JobState;
  /** Counted when claimed: a job that takes its worker down counts as tried. */
  @IntColumn() attempts: number;
  @InstantColumn() runAt: string;
  @OptionalInstantColumn() leaseUntil: string | null;
  @OptionalTextColumn(60) claimedBy: string | null;
  @OptionalTextColumn(160) dedupeKey: string | null;
  /** A code, never a sentence: an error's text may repeat what it failed on. */
  @OptionalTextColumn(80) lastError: string | null;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() finishedAt: string | null;
}
