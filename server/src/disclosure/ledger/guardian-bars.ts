// A guardian under suspicion (T13): whoever sees it first closes their say at once; a second person opens it again.
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import { Agencies } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { GuardianLinks } from '../guardian-links.js';
import { GuardianBar } from './ledger.entities.js';
import { FILE_GUARDIAN, LedgerFacts } from './ledger-facts.js';

const LONGEST_REASON = 500;

export type BarError = NotFoundError | InvalidInputError;
/** Whoever marked a guardian does not take the mark away. */
export type LiftError = BarError | { readonly code: 'SECOND_PERSON_NEEDED' };

const MISSING = err({ code: 'NOT_FOUND' as const });

@Injectable()
export class GuardianBars {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly facts: LedgerFacts,
    private readonly links: GuardianLinks,
  ) {}

  /** From the next request on nothing rests on this guardian's yes, and no personal link of theirs opens. */
  async bar(actor: PersonActor, childId: string, guardianId: string, reason: string): Promise<Result<true, BarError>> {
    const { agencyId } = actor;
    const child = (await this.children.byIds(rowsFor(actor, 'consent.bar'), [childId])).get(childId);
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const facts = child && (await this.facts.children(agencyId, [childId], today)).get(childId);
      if (!child || !facts?.guardians.has(guardianId)) return MISSING;
      const fields = reasonProblems(reason);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      if (facts.barred.has(guardianId)) return ok(true);
      const id = this.ids.next<never>() as string;
      await this.cipher.ensureKeys(agencyId, [child.person.id]);
      await this.database.repository(GuardianBar).insert({
        ...{ id, agencyId, childId, guardianPersonId: personOf(guardianId) },
        reasonSealed: this.cipher.sealFor(child.person.id, reason.trim(), `guardian_bar.reason.${id}`),
        barredBy: actor.personId,
        barredAt: this.clock.nowIso(),
        ...{ liftReasonSealed: null, liftedBy: null, liftedAt: null },
      });
      await this.links.revokeFor(agencyId, child.id, personOf(guardianId));
      this.trail.record({ action: 'guardian.barred', subjectType: 'Child', subjectId: childId, facts: { bar: id } });
      return ok(true);
    });
  }

  /** By somebody else than who set it, with a reason. */
  async lift(
    actor: PersonActor,
    childId: string,
    guardianId: string,
    reason: string,
  ): Promise<Result<true, LiftError>> {
    const { agencyId } = actor;
    const child = (await this.children.byIds(rowsFor(actor, 'consent.liftBar'), [childId])).get(childId);
    return this.work.run(actor, async () => {
      const guardianPersonId = personOf(guardianId) ?? IsNull();
      const where = { agencyId, childId, guardianPersonId, liftedAt: IsNull() };
      const bar = child && (await this.database.repository(GuardianBar).findOneBy(where));
      if (!child || !bar) return MISSING;
      const fields = reasonProblems(reason);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      if (bar.barredBy === actor.personId) return err({ code: 'SECOND_PERSON_NEEDED' as const });
      const liftReasonSealed = this.cipher.sealFor(child.person.id, reason.trim(), `guardian_bar.liftReason.${bar.id}`);
      const lifted = { liftedBy: actor.personId, liftedAt: this.clock.nowIso(), liftReasonSealed };
      await this.database.repository(GuardianBar).update({ id: bar.id, liftedAt: IsNull() }, lifted);
      this.trail.record({
        action: 'guardian.barLifted',
        subjectType: 'Child',
        subjectId: childId,
        facts: { bar: bar.id },
      });
      return ok(true);
    });
  }
}

const personOf = (guardianId: string): string | null => (guardianId === FILE_GUARDIAN ? null : guardianId);

const reasonProblems = (reason: string): InvalidInputError['fields'] =>
  reason.trim() === ''
    ? [{ field: 'reason', code: 'REQUIRED' }]
    : reason.length > LONGEST_REASON
      ? [{ field: 'reason', code: 'TOO_LONG' }]
      : [];
