import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Graded } from '../access/index.js';
import { InstantType, make } from '../graphql/index.js';
import { BackupStates, type BackupState } from './backup-state.js';
import type { BackupRun } from './backup-run.entity.js';

@ObjectType('BackupRun', { description: 'That a backup, or a restore, was run well. Says nothing of where it lies.' })
@Graded('job', 'G1')
class BackupRunType {
  @Field(() => InstantType, { description: 'When it was done.' }) finishedAt: string;
  @Field(() => Int, { description: 'How many rows it holds.' }) rowCount: number;
  @Field(() => Int, { description: 'How many files it holds.' }) fileCount: number;
}

@ObjectType('RestoreDrill', { description: 'The last time that a backup was brought back into a scratch database.' })
@Graded('job', 'G1')
class RestoreDrillType {
  @Field(() => InstantType, { description: 'When it was over.' }) finishedAt: string;
  @Field(() => Int, { description: 'How many rows came back.' }) rowCount: number;
  @Field(() => String, { nullable: true, description: 'Code of what was not as it should be; null: it went well.' })
  problem: string | null;
}

@ObjectType('BackupState', { description: 'How old the last good backups of the platform are.' })
@Graded('job', 'G1')
class BackupStateType {
  @Field(() => BackupRunType, { nullable: true, description: 'Last good backup of rows and files; null: never.' })
  rows: BackupRunType | null;
  @Field(() => BackupRunType, { nullable: true, description: 'Last good backup of the data keys; null: never.' })
  keys: BackupRunType | null;
  @Field(() => BackupRunType, { nullable: true, description: 'Last restore into an empty database; null: never.' })
  restored: BackupRunType | null;
  @Field(() => RestoreDrillType, { nullable: true, description: 'Last drill, however it went; null: never.' })
  drill: RestoreDrillType | null;
  @Field(() => InstantType, {
    nullable: true,
    description: 'When a backup failed after the last good one of its kind.',
  })
  failedAt: string | null;
  @Field({ description: 'Whether rows or keys have no good backup young enough.' }) overdue: boolean;
  @Field(() => Int, { description: 'So many days old may the last good backup be (BACKUP_NOTICE_DAYS).' }) days: number;
}

@Resolver()
export class BackupStateResolver {
  constructor(private readonly states: BackupStates) {}

  @Query(() => BackupStateType, { description: 'How old the last good backups are; nothing about anybody.' })
  @Allow('job.read')
  async backupState(): Promise<BackupStateType> {
    return toType(await this.states.now(), this.states.days);
  }
}

const toType = ({ rows, keys, restored, drill, failedAt, overdue }: BackupState, days: number): BackupStateType =>
  make(BackupStateType, {
    rows: toRun(rows),
    keys: toRun(keys),
    restored: toRun(restored),
    drill: toDrill(drill),
    failedAt,
    overdue,
    days,
  });

const toDrill = (run: BackupRun | null): RestoreDrillType | null =>
  run && make(RestoreDrillType, { finishedAt: run.finishedAt, rowCount: run.rowCount, problem: problemOf(run) });

const problemOf = ({ outcome, problem }: BackupRun): string | null =>
  outcome === 'GOOD' ? null : (problem ?? 'BROKEN_OFF');

const toRun = (run: BackupRun | null): BackupRunType | null =>
  run && make(BackupRunType, { finishedAt: run.finishedAt, rowCount: run.rowCount, fileCount: run.fileCount });
