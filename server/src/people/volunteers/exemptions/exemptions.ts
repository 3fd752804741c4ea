// Exemptions from training and agreement: by a director, for some days, never for oneself, never from a record check (H8).
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { addDays, err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { Exemptable, Exemption, ExemptionReason } from '@tongxing/shared/rules';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { AgencySettings } from '../../agencies/agency-settings.js';
import type { FactError } from '../facts/volunteer-facts.js';
import { VolunteersRepository, type VolunteerView } from '../volunteers.repository.js';
import { EligibilityExemption } from './exemption.entity.js';

export interface NewExemption {
  readonly volunteerId: string;
  readonly requirement: Exemptable;
  readonly reason: ExemptionReason;
  readonly until: LocalDate;
}

@Injectable()
export class Exemptions {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly volunteers: VolunteersRepository,
  ) {}

  /** For the eligibility function: what nobody has taken back, by person; one statement for a whole agency. */
  async standingByPerson(agencyId: AgencyId): Promise<ReadonlyMap<string, readonly Exemption[]>> {
    const rows = await this.database.repository(EligibilityExemption).findBy({ agencyId, endedAt: IsNull() });
    const found = new Map<string, Exemption[]>();
    for (const { personId, requirement, approvedBy, startsOn, until } of rows) {
      const exemption = { requirement, approvedBy, from: startsOn as LocalDate, until: until as LocalDate };
      found.set(personId, [...(found.get(personId) ?? []), exemption]);
    }
    return found;
  }

  /** All of these people, the newest first, those that were taken back too. */
  async byPerson(agencyId: AgencyId, personIds: readonly string[]): Promise<EligibilityExemption[]> {
    if (personIds.length === 0) return [];
    return this.database
      .repository(EligibilityExemption)
      .find({ where: { agencyId, personId: In([...personIds]) }, order: { approvedAt: 'DESC', id: 'DESC' } });
  }

  /** Counts from today to its last day, which the agency's setting bounds. */
  async grant(actor: PersonActor, wish: NewExemption): Promise<Result<VolunteerView, FactError>> {
    const today = await this.agencies.today(actor.agencyId);
    const { exemptionMaxDays } = await this.settings.valuesOf(actor.agencyId);
    const problem =
      wish.until < today ? 'IN_THE_PAST' : wish.until > addDays(today, exemptionMaxDays) ? 'TOO_LATE' : '';
    if (problem !== '') return err({ code: 'INVALID_INPUT', fields: [{ field: 'until', code: problem }] });
    const outcome = await this.work.run(actor, () => this.#grant(actor, wish, today));
    await this.#remember(actor, 'exemption.refused', wish.volunteerId, outcome);
    return outcome;
  }

  /** From now on it counts no more; what was begun while it stood goes on. */
  async end(actor: PersonActor, id: string): Promise<Result<VolunteerView, FactError>> {
    const outcome = await this.work.run(actor, () => this.#end(actor, id));
    await this.#remember(actor, 'exemption.refused', id, outcome);
    return outcome;
  }

  async #grant(
    actor: PersonActor,
    { volunteerId, requirement, reason, until }: NewExemption,
    today: LocalDate,
  ): Promise<Result<VolunteerView, FactError>> {
    const { agencyId } = actor;
    const volunteer = await this.#within(actor, volunteerId);
    if (!volunteer) return err({ code: 'NOT_FOUND' });
    const personId = volunteer.person.id;
    if (personId === actor.personId) return err({ code: 'FACT_REFUSED', why: 'OWN_RECORD' });
    await this.volunteers.lock(agencyId, volunteer.id);
    const standing = (await this.standingByPerson(agencyId)).get(personId) ?? [];
    if (standing.some((one) => one.requirement === requirement && one.until >= until)) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'until', code: 'RECORDED_ALREADY' }] });
    }
    await this.database.repository(EligibilityExemption).insert({
      id: this.ids.next<never>(),
      agencyId,
      personId,
      requirement,
      reason,
      startsOn: today,
      until,
      approvedBy: actor.personId,
      approvedAt: this.clock.nowIso(),
      endedAt: null,
      endedBy: null,
    });
    const facts = { requirement, reason, until };
    this.trail.record({ action: 'exemption.granted', subjectType: 'Person', subjectId: personId, facts });
    return ok(volunteer);
  }

  async #end(actor: PersonActor, id: string): Promise<Result<VolunteerView, FactError>> {
    const { agencyId } = actor;
    const query = this.database.repository(EligibilityExemption).createQueryBuilder('e').where({ agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    const known = row && (await this.volunteers.byPerson(agencyId, row.personId as PersonId));
    const volunteer = known && (await this.#within(actor, known.id));
    if (!row || !volunteer) return err({ code: 'NOT_FOUND' });
    if (volunteer.person.id === actor.personId) return err({ code: 'FACT_REFUSED', why: 'OWN_RECORD' });
    if (row.endedAt !== null) return err({ code: 'FACT_REFUSED', why: 'TAKEN_BACK_ALREADY' });
    const change = { endedAt: this.clock.nowIso(), endedBy: actor.personId };
    await this.database.repository(EligibilityExemption).update({ id }, change);
    const facts = { requirement: row.requirement };
    this.trail.record({ action: 'exemption.ended', subjectType: 'Person', subjectId: row.personId, facts });
    return ok(volunteer);
  }

  async #within(actor: PersonActor, volunteerId: string): Promise<VolunteerView | undefined> {
    const found = (await this.volunteers.byIds(rowsFor(actor, 'volunteer.exempt'), [volunteerId])).get(volunteerId);
    return found?.person.erased ? undefined : found;
  }

  async #remember(actor: PersonActor, action: string, id: string, outcome: Result<unknown, FactError>) {
    if (outcome.ok || outcome.error.code !== 'FACT_REFUSED') return;
    const entry = { action, subjectType: 'Volunteer', subjectId: id, facts: { why: outcome.error.why } };
    await rememberRefusal(this.work, this.trail, actor, entry);
  }
}
