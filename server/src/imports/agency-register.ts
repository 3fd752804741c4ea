// What the agency has already, as a roster needs to know it: areas, supervisors, the people and children on its lists.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { ActivityPlans, ActivityTeam, Venues } from '../activities/index.js';
import { ChildrenRepository } from '../children/index.js';
import { Agencies, Areas, Office, PeopleRepository } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { NewTeams } from '../teams/index.js';
import { activityKey, type DuplicateKey, type RosterContext, type RosterKind, type StandsNow } from './domain/index.js';

const KEYS_A_STATEMENT = 500;

@Injectable()
export class AgencyRegister {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
    private readonly people: PeopleRepository,
    private readonly children: ChildrenRepository,
    private readonly venues: Venues,
    private readonly team: ActivityTeam,
    private readonly plans: ActivityPlans,
    private readonly teams: NewTeams,
  ) {}

  async context(agencyId: AgencyId, kind: RosterKind): Promise<RosterContext> {
    const { places, colleagues } = await this.#ofPlans(agencyId, kind);
    return {
      today: await this.agencies.today(agencyId),
      // Nobody new is put into an area that was closed.
      areas: await this.areas.open(agencyId),
      supervisors: [...(await this.supervisors(agencyId)).keys()],
      offices: [...(await this.offices(agencyId)).keys()],
      venues: places.map(({ name }) => name),
      team: colleagues.map(({ name }) => name),
    };
  }

  /** What rows of this kind name at the agency, as it stands at this moment. */
  async standsNow(agencyId: AgencyId, kind: RosterKind): Promise<StandsNow> {
    const { places, colleagues } = await this.#ofPlans(agencyId, kind);
    return {
      today: await this.agencies.today(agencyId),
      offices: new Set(kind === 'STAFF' ? (await this.offices(agencyId)).keys() : []),
      venues: new Set(places.map(({ name }) => name)),
      team: new Set(idsByName(colleagues).keys()),
    };
  }

  /** Ids by name of what plans name: venues, and colleagues whom one name means. */
  async planNames(agencyId: AgencyId): Promise<PlanNames> {
    const { places, colleagues } = await this.#ofPlans(agencyId, 'ACTIVITIES');
    return { venues: new Map(places.map(({ name, id }) => [name, id])), team: idsByName(colleagues) };
  }

  async #ofPlans(agencyId: AgencyId, kind: RosterKind): Promise<{ places: Named[]; colleagues: Named[] }> {
    if (kind !== 'ACTIVITIES') return { places: [], colleagues: [] };
    return { places: await this.venues.list(agencyId), colleagues: await this.team.all(agencyId) };
  }

  /** Those who may supervise today, by name. A name that two of them bear names neither. */
  async supervisors(agencyId: AgencyId): Promise<ReadonlyMap<string, PersonId>> {
    const ids = await this.people.holdersOf(agencyId, 'SUPERVISOR', await this.agencies.today(agencyId));
    const people = [...(await this.people.byIds(agencyId, ids)).values()];
    const bearers = (name: string) => people.filter((person) => person.name === name).length;
    return new Map(people.filter(({ name }) => bearers(name) === 1).map(({ name, id }) => [name, id]));
  }

  /** Offices that stand today, by name. */
  async offices(agencyId: AgencyId): Promise<ReadonlyMap<string, OfficeId>> {
    const today = await this.agencies.today(agencyId);
    const rows = await this.database.repository(Office).findBy({ agencyId });
    const open = rows.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today));
    return new Map(open.map(({ name, id }) => [name, id as OfficeId]));
  }

  indexOfIdNumber(number: string): string {
    return this.people.idNumberIndex(number);
  }

  indexOfEmail(email: string): string {
    return this.people.emailIndex(email);
  }

  indexOfIdentity(identity: string): string {
    return this.children.identityIndex(identity);
  }

  /** Those of these keys (`duplicateKeys`) that mean somebody or something that the agency has, and the id of whom or what. */
  async registered(agencyId: AgencyId, keys: readonly DuplicateKey[]): Promise<ReadonlyMap<string, string>> {
    const lookUps: Record<string, (some: readonly string[]) => Promise<ReadonlyMap<string, string>>> = {
      phone: (some: readonly string[]) => this.people.idsByPhone(agencyId, some),
      id: (some: readonly string[]) => this.people.idsByIdNumber(agencyId, some),
      child: (some: readonly string[]) => this.children.personsByIdentity(agencyId, some),
      activity: (some: readonly string[]) => this.#activities(agencyId, some),
      team: (some: readonly string[]) => this.#teams(agencyId, some),
    };
    const found = new Map<string, string>();
    for (const [prefix, lookUp] of Object.entries(lookUps)) {
      const mark = `${prefix}:`;
      const own = keys.flatMap((key) => (key.startsWith(mark) ? [key.slice(mark.length)] : []));
      for (let from = 0; from < own.length; from += KEYS_A_STATEMENT) {
        const known = await lookUp(own.slice(from, from + KEYS_A_STATEMENT));
        for (const [value, id] of known) found.set(mark + value, id);
      }
    }
    return found;
  }

  async #activities(agencyId: AgencyId, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const days = keys.map((key) => (JSON.parse(key) as [string, string])[1]);
    const rows = await this.plans.onDays(agencyId, days);
    const byKey = new Map(rows.map((row) => [activityKey({ ...row, onDate: row.onDate as LocalDate }), row.id]));
    return new Map(keys.flatMap((key) => (byKey.has(key) ? [[key, byKey.get(key) ?? '']] : [])));
  }

  async #teams(agencyId: AgencyId, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = new Map((await this.teams.names(agencyId)).map(({ id, name }) => [name.toLowerCase(), id]));
    return new Map(names.flatMap((name) => (known.has(name) ? [[name, known.get(name) ?? '']] : [])));
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}
export interface PlanNames {
  readonly venues: ReadonlyMap<string, string>;
  readonly team: ReadonlyMap<string, string>;
}

/** A name that two bear means neither. */
function idsByName(people: readonly Named[]): ReadonlyMap<string, string> {
  const bearers = (name: string) => people.filter((one) => one.name === name).length;
  return new Map(people.filter(({ name }) => bearers(name) === 1).map(({ name, id }) => [name, id]));
}
