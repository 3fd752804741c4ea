// Tells those in charge that a request or a breach comes near its end, once a day and once a step, whoever else was told.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobHandlers, JobUpkeep, type JobContext } from '../platform/outbox/index.js';
import { RightsReminders } from '../rights/index.js';
import { Notice } from './notification.entities.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';
import type { NoticeTemplate } from './templates.js';

interface Due {
  readonly template: NoticeTemplate;
  readonly roles: readonly Role[];
  readonly path: string;
  /** Whoever was told of this already is not told again. */
  readonly key: string;
}

@Injectable()
export class RightsNotices implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly upkeep: JobUpkeep,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly reminders: RightsReminders,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('RightsAnswered', async ({ personId }, context) => {
      const asker = await this.recipients.of(context.agencyId, [personId]);
      await this.notifier.tell(asker, 'rightsAnswered', { context, path: '/my-data' });
    });
    this.upkeep.also('reminders of rights', () => this.remind());
  }

  /** Returns how many times somebody was told. */
  async remind(): Promise<number> {
    const agencies = await this.database.read<{ id: AgencyId }>('SELECT id FROM agency', []);
    let told = 0;
    for (const { id } of agencies) for (const due of await this.#due(id)) told += (await this.#tell(id, due)) ? 1 : 0;
    return told;
  }

  async #due(agencyId: AgencyId): Promise<Due[]> {
    const today = this.clock.today(await this.agencies.timeZone(agencyId));
    const requests = await this.reminders.requestsDue(agencyId, today);
    const steps = await this.reminders.breachStepsDue(agencyId, this.clock.nowIso());
    const leads = ['SUPERVISOR', 'DIRECTOR'] as const;
    return [
      ...(requests
        ? [{ template: 'rightsDue' as const, roles: leads, path: '/agency/rights', key: `rights:${today}` }]
        : []),
      ...steps.map(({ id, step, phase }) => ({
        template: 'breachClock' as const,
        roles: ['DIRECTOR'] as const,
        path: '/agency/breaches',
        key: `breach:${id}:${step}:${phase}`,
      })),
    ];
  }

  #tell(agencyId: AgencyId, { template, roles, path, key }: Due): Promise<boolean> {
    return this.work.run({ kind: 'system', agencyId, name: 'rights:remind' }, async () => {
      const people = await this.recipients.holding(agencyId, [...roles]);
      const context: JobContext = { jobId: key, attempt: 1, agencyId, signal: new AbortController().signal };
      const fresh = [];
      for (const one of people) {
        const deliveryKey = `${key}:${template}:${one.personId}`;
        const known = await this.database.repository(Notice).existsBy({ agencyId, deliveryKey });
        if (!known) fresh.push(one);
      }
      await this.notifier.tell(fresh, template, { context, path });
      return fresh.length > 0;
    });
  }
}
