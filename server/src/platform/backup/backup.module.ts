// What the running server knows of backups; taking and restoring them are commands.
import { Global, Module, type Provider } from '@nestjs/common';
import { AuditAnchor } from '../audit-trail/index.js';
import { Clock } from '../clock/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { KeyStanding } from '../keys/index.js';
import { BackupStateResolver } from './backup-state.resolver.js';
import { BackupStates } from './backup-state.js';
import { UpkeepStateResolver } from './upkeep-state.resolver.js';
import { UpkeepStates } from './upkeep-state.js';

const STATES: Provider = {
  provide: BackupStates,
  useFactory: (database: Database, clock: Clock, config: Config) =>
    new BackupStates(database, clock, config.backupNoticeDays),
  inject: [Database, Clock, CONFIG],
};

const UPKEEP: Provider = {
  provide: UpkeepStates,
  useFactory: (database: Database, keys: KeyStanding, anchor: AuditAnchor, clock: Clock) =>
    new UpkeepStates(database, keys, anchor, clock),
  inject: [Database, KeyStanding, AuditAnchor, Clock],
};

@Global()
@Module({ providers: [STATES, BackupStateResolver, UPKEEP, UpkeepStateResolver], exports: [STATES] })
export class BackupModule {}
