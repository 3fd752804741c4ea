// Writes the cohorts as rows, by the same repositories that people's work uses where names are sealed.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { ChildrenRepository, FamilyNeed, Household, HouseholdEvent, HouseholdMember } from '../../children/index.js';
import { PeopleRepository, VolunteerKind } from '../../people/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { at } from './chance.js';
import type { Cohorts } from './cohorts.js';
import type { RoleRecord } from './grown-volunteers.js';
import type { CohortHousehold } from './sponsored-households.js';

/** When the families were visited and asked. */
const VISITED_ON = '2013-11-30';
const AT_ONCE = 250;

type Gender = 'FEMALE' | 'MALE';
/** A household that is written, and its caregiver's person. */
interface Home {
  readonly id: string;
  readonly caregiver: PersonId;
  readonly parent: boolean;
}

@Injectable()
export class CohortRows {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly children: ChildrenRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async write(agencyId: AgencyId, { households, asked, roles }: Cohorts): Promise<void> {
    const homes = await this.#households(agencyId, households);
    await this.#askedFamilies(agencyId, asked, households.length);
    await this.#roles(agencyId, roles, homes);
  }

  async #households(agencyId: AgencyId, households: readonly CohortHousehold[]): Promise<Home[]> {
    const recordedAt = this.clock.nowIso();
    const carers = await this.#named(agencyId, '照护人', households, ({ caregiver }) =>
      ['MOTHER', 'GRANDMOTHER'].includes(caregiver.relation) ? 'FEMALE' : 'MALE',
    );
    const rows = households.map((household, index) => ({
      ...this.#household(agencyId, index + 1),
      ...formOf(household),
    }));
    await this.#insert(Household, rows);
    const members = households.map(({ caregiver }, index) => ({
      ...this.#ofHousehold(agencyId, at(rows, index).id),
      personId: at(carers, index),
      ...caregiver,
      isGuardian: true,
      isCaregiver: true,
      openCaregiverOf: at(rows, index).id,
      since: VISITED_ON,
      until: null,
      batchId: null,
      recordedAt,
    }));
    await this.#insert(HouseholdMember, members);
    const events = households.flatMap((household, index) =>
      household.events.map(({ kind, year }) => ({
        ...this.#ofHousehold(agencyId, at(rows, index).id),
        kind,
        happenedOn: `${year}-06-30`,
        noteSealed: null,
        recordedBy: null,
        recordedAt,
      })),
    );
    await this.#insert(HouseholdEvent, events);
    return households.map(({ caregiver, familyForm }, index) => ({
      id: at(rows, index).id,
      caregiver: at(carers, index),
      parent: familyForm === 'TWO_PARENT' && caregiver.relation === 'MOTHER',
    }));
  }

  /** Families of whom nothing is known but what they said they need. */
  async #askedFamilies(agencyId: AgencyId, asked: Cohorts['asked'], numbered: number): Promise<void> {
    const recordedAt = this.clock.nowIso();
    const rows = asked.map((_, index) => this.#household(agencyId, numbered + index + 1));
    await this.#insert(Household, rows);
    const needs = asked.flatMap((domains, index) =>
      domains.map((domain, rank) => ({
        ...this.#ofHousehold(agencyId, at(rows, index).id),
        domain,
        priority: 5 - rank,
        since: VISITED_ON,
        until: null,
        recordedAt,
      })),
    );
    await this.#insert(FamilyNeed, needs);
  }

  /** Parents who help are caregivers of the cohort, children who help are children of it; the rest came from elsewhere. */
  async #roles(agencyId: AgencyId, roles: readonly RoleRecord[], homes: readonly Home[]): Promise<void> {
    const roleOf = new Map(roles.map(({ person, role }) => [person, role]));
    const numbers = (...wanted: string[]) =>
      [...roleOf].flatMap(([person, role]) => (wanted.includes(role) ? [person] : []));
    const parents = homes.filter(({ parent }) => parent).map(({ caregiver }) => caregiver);
    const people = new Map(numbers('PARENT').map((person, index) => [person, at(parents, index)]));
    const childNumbers = numbers('CORE_CHILD');
    const children = await this.#children(agencyId, childNumbers.length, homes);
    childNumbers.forEach((person, index) => people.set(person, at(children, index)));
    const others = numbers('CORPORATE', 'SPONSOR');
    const volunteers = await this.#named(agencyId, '志愿者', others);
    others.forEach((person, index) => people.set(person, at(volunteers, index)));
    const recordedAt = this.clock.nowIso();
    const rows = roles.map(({ person, role, startsOn, endsOn }) => ({
      id: this.ids.next(),
      agencyId,
      personId: personOf(people, person),
      kind: role,
      startsOn,
      endsOn,
      batchId: null,
      recordedAt,
    }));
    await this.#insert(VolunteerKind, rows);
  }

  async #children(agencyId: AgencyId, count: number, homes: readonly Home[]): Promise<PersonId[]> {
    const children = Array.from({ length: count }, (_, index) => at(homes, index * 7));
    const personIds = await this.#named(agencyId, '儿童', children);
    await this.children.addAll(
      agencyId,
      personIds.map((personId, index) => ({
        agencyId,
        personId,
        identity: `cohort ${index + 1}`,
        languages: [],
        needs: [],
        freeTimes: [],
        priority: 1,
      })),
    );
    const members = children.map(({ id }, index) => ({
      ...this.#ofHousehold(agencyId, id),
      personId: at(personIds, index),
      relation: 'CHILD' as const,
      education: null,
      isGuardian: false,
      isCaregiver: false,
      openCaregiverOf: null,
      since: VISITED_ON,
      until: null,
      batchId: null,
      recordedAt: this.clock.nowIso(),
    }));
    await this.#insert(HouseholdMember, members);
    return personIds;
  }

  /** People who go by a number: nobody could take them for somebody who lives. */
  #named<T>(agencyId: AgencyId, word: string, of: readonly T[], gender?: (one: T) => Gender): Promise<PersonId[]> {
    return this.people.addAll(
      of.map((one, index) => ({
        agencyId,
        name: `${word}${String(index + 1).padStart(4, '0')}`,
        gender: gender?.(one),
      })),
    );
  }

  #household(agencyId: AgencyId, number: number) {
    return {
      id: this.ids.next(),
      agencyId,
      officeId: null,
      number,
      familyForm: null,
      size: null,
      originProvince: null,
      noteSealed: null,
      batchId: null,
      createdAt: this.clock.nowIso(),
      version: 1,
      erasedAt: null,
    };
  }

  #ofHousehold = (agencyId: AgencyId, householdId: string) => ({ id: this.ids.next(), agencyId, householdId });

  async #insert<Row extends object>(entity: new () => Row, rows: readonly Partial<Row>[]): Promise<void> {
    const repository = this.database.repository<Record<string, unknown>>(entity);
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await repository.insert(rows.slice(from, from + AT_ONCE) as Record<string, never>[]);
    }
  }
}

const formOf = ({ familyForm, size, originProvince }: CohortHousehold) => ({ familyForm, size, originProvince });

function personOf(people: ReadonlyMap<number, PersonId>, number: number): PersonId {
  const found = people.get(number);
  if (!found) throw new Error(`BUG: the cohorts have no person ${number}`);
  return found;
}
