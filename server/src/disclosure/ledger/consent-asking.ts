// Asking a family by its personal link: the question waits on the guardian's page until it is answered.
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import { Agencies } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { GuardianLinks, type NewGuardianLink } from '../guardian-links.js';
import { aboutProblems, untilProblems, type About } from './domain/sitting.js';
import { ConsentRequest } from './ledger.entities.js';
import { FILE_GUARDIAN, LedgerFacts } from './ledger-facts.js';
import { LedgerGuardians } from './ledger-guardians.js';

export interface RequestView extends About {
  readonly until: LocalDate;
  readonly askedAt: string;
}

@Injectable()
export class ConsentAsking {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly facts: LedgerFacts,
    private readonly guardians: LedgerGuardians,
    private readonly links: GuardianLinks,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Puts a question on a guardian's page and makes the link to it, which goes to their phone where one is known. */
  async ask(
    actor: PersonActor,
    childId: string,
    { guardianId, until, ...about }: About & { readonly guardianId: string; readonly until: LocalDate },
  ): Promise<Result<NewGuardianLink, NotFoundError | InvalidInputError>> {
    const { agencyId } = actor;
    const child = (await this.children.byIds(rowsFor(actor, 'consent.link'), [childId])).get(childId);
    const today = await this.agencies.today(agencyId);
    const { locale } = await this.agencies.get(agencyId);
    const facts = (await this.facts.children(agencyId, [childId], today)).get(childId);
    if (!child || !facts) return err({ code: 'NOT_FOUND' });
    const guardian = (await this.guardians.of(agencyId, child, facts)).find(({ id }) => id === guardianId);
    const fields = [
      ...aboutProblems(about),
      ...untilProblems(about, until, today),
      ...(guardian ? [] : [{ field: 'guardianId', code: 'NOT_A_GUARDIAN' }]),
      ...(guardian?.barred ? [{ field: 'guardianId', code: 'BARRED' }] : []),
    ];
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    return this.work.run(actor, async () => {
      await this.close(agencyId, childId, about);
      const { purpose, audience, occasion = null } = about;
      const asked = { askedBy: actor.personId, askedAt: this.clock.nowIso(), closedAt: null };
      const question = { agencyId, childId, purpose, audience, occasion, untilOn: until, ...asked };
      await this.database.repository(ConsentRequest).insert({ id: this.ids.next<never>(), ...question });
      const guardianPersonId = guardianId === FILE_GUARDIAN ? null : guardianId;
      const link = await this.links.create(agencyId, child.id, actor.personId, guardianPersonId);
      this.trail.record({
        action: 'disclosure.asked',
        subjectType: 'Child',
        subjectId: childId,
        facts: { purpose, audience },
      });
      this.trail.record({ action: 'guardianLink.created', subjectType: 'GuardianLink', subjectId: link.id });
      if (guardian?.phone) {
        const letter = { phone: guardian.phone, path: link.path, expiresAt: link.expiresAt };
        const subject = child.person.id;
        const language = locale === 'en' ? ('en' as const) : ('zh-CN' as const);
        await this.outbox.publish(
          'GuardianLinkCreated',
          { ...letter, locale: language, childPersonId: subject },
          { subject },
        );
      }
      return ok(link);
    });
  }

  /** Questions that wait for an answer. */
  async open(agencyId: AgencyId, childId: string): Promise<RequestView[]> {
    const rows = await this.database
      .repository(ConsentRequest)
      .find({ where: { agencyId, childId, closedAt: IsNull() }, order: { askedAt: 'DESC', id: 'DESC' } });
    return rows.map(({ purpose, audience, occasion, untilOn, askedAt }) => ({
      ...{ purpose, audience, askedAt },
      occasion: occasion ?? undefined,
      until: untilOn as LocalDate,
    }));
  }

  /** It was answered, on whatever way, or is asked anew. Inside a unit of work. */
  async close(agencyId: AgencyId, childId: string, { purpose, audience, occasion }: About): Promise<void> {
    const about = { agencyId, childId, purpose, audience, occasion: occasion ?? IsNull(), closedAt: IsNull() };
    await this.database.repository(ConsentRequest).update(about, { closedAt: this.clock.nowIso() });
  }
}
