// What the running server knows of backups; taking and restoring them are commands.
import { Global, Module, type Provider } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { BackupStateResolver } from './backup-state.resolver.js';
import { BackupStates } from './backup-state.js';

const STATES: Provider = {
  provide: BackupStates,
  useFactory: (database: Database, clock: Clock, config: Config) =>
    new BackupStates(database, clock, config.backupNoticeDays),
  inject: [Database, Clock, CONFIG],
};

@Global()
@Module({ providers: [STATES, BackupStateResolver], exports: [STATES] })
export class BackupModule {}
