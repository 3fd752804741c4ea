// Tells directors and the operator, once a day, that no good backup is young enough.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { BackupStates } from '../platform/backup/backup-state.js';
import { Clock } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobUpkeep } from '../platform/outbox/index.js';
import { Notice } from './notification.entities.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';

const DAY_MS = 86_400_000;
const TEMPLATE = 'backupOverdue';

@Injectable()
export class BackupNotices implements OnModuleInit {
  constructor(
    private readonly states: BackupStates,
    private readonly upkeep: JobUpkeep,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    // Nobody backs up a demo.
    if (!this.config.demo) this.upkeep.also('backups', () => this.tell());
  }

  /** Returns how many agencies were told. A new agency is given the same days as an old backup. */
  async tell(): Promise<number> {
    if (!(await this.states.now()).overdue) return 0;
    const agencies = await this.database.read<{ id: AgencyId }>('SELECT id FROM agency WHERE createdAt < ?', [
      this.#ago(this.states.days),
    ]);
    let told = 0;
    for (const { id } of agencies) told += (await this.#tellAgency(id)) ? 1 : 0;
    return told;
  }

  #tellAgency(agencyId: AgencyId): Promise<boolean> {
    return this.work.run({ kind: 'system', agencyId, name: 'backups:notice' }, async () => {
      const where = { agencyId, template: TEMPLATE, createdAt: MoreThan(this.#ago(1)) };
      if (await this.database.repository(Notice).existsBy(where)) return false;
      const people = await this.recipients.holding(agencyId, ['DIRECTOR', 'PLATFORM_OPERATOR']);
      const { signal } = new AbortController();
      const context = { jobId: `backups:${this.clock.nowIso()}`, attempt: 1, agencyId, signal };
      await this.notifier.tell(people, TEMPLATE, { context, path: '/agency/operations' });
      return people.length > 0;
    });
  }

  #ago(days: number): string {
    return new Date(this.clock.now().getTime() - days * DAY_MS).toISOString();
  }
}
