// How many companionships one supervisor looks after: their own number, else the agency's setting (S4).
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { settingDefinition } from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../../platform/graphql/index.js';
import { AgencySettings } from '../agencies/agency-settings.js';
import { Agencies } from '../agencies/agencies.js';
import { PeopleRepository } from '../people.repository.js';
import { SupervisorProfile } from './supervisor-profile.entity.js';

export interface PlacesView {
  readonly places: number;
  /** Whether it is this supervisor's own number. */
  readonly own: boolean;
  /** 0 while the agency's setting stands. */
  readonly version: number;
}
export type PlacesError = InvalidInputError | NotFoundError | StaleVersionError;

@Injectable()
export class SupervisorPlaces {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
  ) {}

  /** The places of each of these supervisors; two statements for any number of them. */
  async of(agencyId: AgencyId, personIds: readonly string[]): Promise<(personId: string) => PlacesView> {
    const { supervisorPlaces } = await this.settings.valuesOf(agencyId);
    const rows = await this.#rows(agencyId, personIds);
    return (personId) => {
      const row = rows.get(personId);
      return row
        ? { places: row.places, own: true, version: row.version }
        : { places: supervisorPlaces, own: false, version: 0 };
    };
  }

  /** Agrees another number with one supervisor; the matching and each new pair go by it from now on. */
  async change(
    actor: PersonActor,
    personId: string,
    places: number,
    version: number,
  ): Promise<Result<PersonId, PlacesError>> {
    const { agencyId } = actor;
    const border = settingDefinition('supervisorPlaces');
    if (border?.kind !== 'INTEGER') throw new Error('BUG: the setting of supervisors’ places is gone');
    if (!Number.isInteger(places) || places < 0 || places > border.max) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'places', code: 'OUT_OF_RANGE' }] });
    }
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const supervisors: readonly string[] = await this.people.holdersOf(agencyId, 'SUPERVISOR', today);
      if (!supervisors.includes(personId)) return err({ code: 'NOT_FOUND' as const });
      // The row that a new pair locks too: nobody counts by the old number meanwhile.
      await this.people.lock(agencyId, personId as PersonId);
      const before = (await this.#rows(agencyId, [personId])).get(personId);
      const currentVersion = before?.version ?? 0;
      if (currentVersion !== version) return err({ code: 'STALE_VERSION' as const, currentVersion });
      const change = { places, version: version + 1, changedAt: this.clock.nowIso() };
      const profiles = this.database.repository(SupervisorProfile);
      if (before) await profiles.update({ id: before.id }, change);
      else await profiles.insert({ id: this.ids.next<never>(), agencyId, personId, ...change });
      const facts = { from: before?.places ?? null, to: places };
      this.trail.record({ action: 'supervisor.placesChanged', subjectType: 'Person', subjectId: personId, facts });
      return ok(personId as PersonId);
    });
  }

  async #rows(agencyId: AgencyId, personIds: readonly string[]): Promise<ReadonlyMap<string, SupervisorProfile>> {
    if (personIds.length === 0) return new Map();
    const where = { agencyId, personId: In([...new Set(personIds)]) };
    const rows = await this.database.repository(SupervisorProfile).findBy(where);
    return new Map(rows.map((row) => [row.personId, row]));
  }
}
