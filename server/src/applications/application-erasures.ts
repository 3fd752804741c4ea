// What applicants wrote goes when it is no longer needed: taken back, never sent, declined long ago, or with the person.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Erasures } from '../people/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { ERASED } from '../platform/crypto/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { JobUpkeep } from '../platform/outbox/index.js';
import { ApplicationsRepository } from './applications.repository.js';

const DAY_MS = 86_400_000;
/** Begun and left lying. */
export const UNSENT_DAYS = 60;
/** So long somebody may ask why, and so long a second try is known for one. */
export const DECLINED_DAYS = 180;
const AT_ONCE = 200;

@Injectable()
export class ApplicationErasures implements OnModuleInit {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly erasures: Erasures,
    private readonly data: PersonalData,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly upkeep: JobUpkeep,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const of = (subject: string) => ({ subject, scope: 't.agencyId' });
    this.data.add({
      module: 'applications',
      sealed: [
        {
          table: 'application',
          columns: {
            answersSealed: 'application.answers',
            codeSealed: 'application.code',
            decisionSealed: 'application.decision',
          },
          ...of('t.id'),
        },
        {
          table: 'application_ask',
          columns: { contactSealed: 'application_ask.contact', saidSealed: 'application_ask.said' },
          ...of('t.applicationId'),
        },
        {
          table: 'application_talk',
          columns: { noteSealed: 'application_talk.note' },
          ...of('t.applicationId'),
        },
      ],
      erase: (erased) => this.#withPerson(erased),
    });
    this.upkeep.also('applications', () => this.purge());
  }

  /** Blanks an application and destroys its key, so that no backup opens it; inside a unit of work. */
  async blank(agencyId: AgencyId, id: string): Promise<void> {
    const erasedAt = this.clock.nowIso();
    const nothing = { answersSealed: ERASED, codeSealed: ERASED, decisionSealed: null, phoneIndex: null, erasedAt };
    await this.repository.rows().update({ agencyId, id }, nothing);
    const asks = this.repository.asks();
    await asks.update({ applicationId: id }, { contactSealed: ERASED, saidSealed: null });
    await asks.update({ applicationId: id, endedAt: IsNull() }, { endedAt: erasedAt });
    await this.repository.talks().update({ applicationId: id }, { noteSealed: ERASED });
    // Keys go by the id of whatever they belong to; an applicant is nobody else yet.
    await this.erasures.destroyKeysLater(agencyId, [id as PersonId], `application:${id}`);
  }

  /** Returns how many were blanked. */
  async purge(): Promise<number> {
    const unsent = await this.#older('STARTED', 'savedAt', UNSENT_DAYS);
    const declined = await this.#older('DECLINED', 'decidedAt', DECLINED_DAYS);
    const due = [...unsent, ...declined];
    for (const { id, agencyId } of due) {
      await this.work.run({ kind: 'system', agencyId, name: 'applications:purge' }, async () => {
        this.trail.record({ action: 'application.purged', subjectType: 'Application', subjectId: id });
        await this.blank(agencyId, id);
        const left = { state: 'WITHDRAWN' as const, decidedAt: this.clock.nowIso() };
        await this.repository.rows().update({ agencyId, id, state: 'STARTED' }, left);
      });
    }
    return due.length;
  }

  async #older(state: 'STARTED' | 'DECLINED', column: 'savedAt' | 'decidedAt', days: number) {
    const before = new Date(this.clock.now().getTime() - days * DAY_MS).toISOString();
    const rows = await this.repository.rows().find({
      select: { id: true, agencyId: true },
      where: { state, [column]: LessThan(before), erasedAt: IsNull() },
      take: AT_ONCE,
    });
    return rows.map(({ id, agencyId }) => ({ id, agencyId: agencyId as AgencyId }));
  }

  async #withPerson({ agencyId, personId }: Erased): Promise<void> {
    const rows = await this.repository.rows().find({ select: { id: true }, where: { agencyId, personId } });
    for (const { id } of rows) await this.blank(agencyId, id);
  }
}
