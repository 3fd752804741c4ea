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

@ObjectType('BackupState', { description: 'How old the last good backups of the platform are.' })
@Graded('job', 'G1')
class BackupStateType {
  @Field(() => BackupRunType, { nullable: true, description: 'Last good backup of rows and files; null: never.' })
  rows: BackupRunType | null;
  @Field(() => BackupRunType, { nullable: true, description: 'Last good backup of the data keys; null: never.' })
  keys: BackupRunType | null;
  @Field(() => BackupRunType, { nullable: true, description: 'Last restore into an empty database; null: never.' })
  restored: BackupRunType | null;
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

const toType = ({ rows, keys, restored, failedAt, overdue }: BackupState, days: number): BackupStateType =>
  make(BackupStateType, { rows: toRun(rows), keys: toRun(keys), restored: toRun(restored), failedAt, overdue, days });

const toRun = (run: BackupRun | null): BackupRunType | null =>
  run && make(BackupRunType, { finishedAt: run.finishedAt, rowCount: run.rowCount, fileCount: run.fileCount });
