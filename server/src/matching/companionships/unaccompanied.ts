// A volunteer under age without a cleared adult beside them meets no child: their pairs rest, and everybody is told (H8).
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { eligibilitySettings } from '@tongxing/shared/rules';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { Agencies, AgencySettings, LeftAlone, VolunteerEligibility, VolunteersRepository } from '../../people/index.js';
import { allRows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobUpkeep, Outbox } from '../../platform/outbox/index.js';
import { CompanionshipsRepository } from './companionships.repository.js';
import { CoverEnds } from './covers/cover-ends.js';

@Injectable()
export class Unaccompanied implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly upkeep: JobUpkeep,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly alone: LeftAlone,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly repository: CompanionshipsRepository,
    private readonly coverEnds: CoverEnds,
  ) {}

  onModuleInit(): void {
    this.alone.add((agencyId, personId) => this.rest(agencyId, personId));
    this.upkeep.also('beside-adults', () => this.restAll());
  }

  /** Whose adult's check is over, or who has left: in every agency, by its own day; returns whose pairs were looked at. */
  async restAll(): Promise<number> {
    const agencies = await this.database.read<{ id: AgencyId }>('SELECT id FROM agency', []);
    let found = 0;
    for (const { id } of agencies) found += await this.restOf(id);
    return found;
  }

  /** Each in a unit of work of its own. */
  async restOf(agencyId: AgencyId): Promise<number> {
    const today = await this.agencies.today(agencyId);
    const volunteers = [];
    for (const personId of await this.#young(agencyId, today)) {
      const volunteer = await this.volunteers.byPerson(agencyId, personId);
      if (volunteer) volunteers.push(volunteer);
    }
    const judged = await this.eligibility.on(agencyId, volunteers, today);
    let found = 0;
    for (const { id, person } of volunteers) {
      const lacks = judged
        .get(id)
        ?.findings.some(({ remedy, outcome }) => remedy === 'SERVE_BESIDE_CLEARED_ADULT' && outcome === 'MISSING');
      if (!lacks) continue;
      const actor = { kind: 'system' as const, agencyId, name: 'beside-adults' };
      await this.work.run(actor, () => this.rest(agencyId, person.id));
      found += 1;
    }
    return found;
  }

  /** Who may be under age and meets a child: also whose day of birth was put right since. */
  async #young(agencyId: AgencyId, today: LocalDate): Promise<PersonId[]> {
    const { adultAge } = eligibilitySettings(await this.settings.valuesOf(agencyId));
    const rows = await this.database.read<{ personId: PersonId }>(
      `SELECT DISTINCT v.personId AS personId FROM companionship c JOIN volunteer v ON v.id = c.volunteerId
         JOIN person p ON p.id = v.personId
       WHERE c.agencyId = ? AND c.state = 'ACTIVE' AND p.birthDate > ? ORDER BY v.personId`,
      [agencyId, addDays(today, -366 * adultAge)],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Pairs that meet rest until a worker takes them up again, through the gate; standing in ends. Inside a unit of work. */
  async rest(agencyId: AgencyId, personId: PersonId): Promise<void> {
    const volunteer = await this.volunteers.byPerson(agencyId, personId);
    const pairs = volunteer ? await this.repository.ofVolunteers(allRows(agencyId), [volunteer.id]) : [];
    const absentOn = await this.agencies.today(agencyId);
    for (const { id } of pairs
      .filter(({ state }) => HOLDS_PLACE.includes(state))
      .sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const found = await this.repository.lock(allRows(agencyId), id);
      if (!found.ok || found.value.state !== 'ACTIVE' || !volunteer) continue;
      const pair = found.value;
      if (pair.cover) {
        await this.coverEnds.end(agencyId, id, 'STOP');
        continue;
      }
      const rested = await this.repository.step(pair, 'PAUSED', { absentOn });
      if (!rested.ok) throw new Error('BUG: a pair could not rest');
      this.trail.record({ action: 'companionship.unaccompanied', subjectType: 'Companionship', subjectId: id });
      await this.outbox.publish('CompanionshipPaused', {
        ...{ companionshipId: pair.id, workerPersonId: pair.workerId, by: '' },
        ...{ volunteerPersonId: personId, supervisorPersonId: volunteer.supervisorId },
      });
    }
  }
}
