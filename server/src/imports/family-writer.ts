// Households of a roster: its own family number, or the guardian's phone, tells which rows are one family.
import { Injectable } from '@nestjs/common';
import type { HouseholdId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { EducationLevel, HouseholdRelation, MajorEventKind } from '@tongxing/shared/rules';
import { HouseholdMember, HouseholdPeople, HouseholdWriter, type NewHousehold } from '../children/index.js';
import { Agencies, PeopleRepository } from '../people/index.js';
import { Database, placeholders } from '../platform/database/index.js';
import { CreatedPeople } from './created-people.js';
import type { ChildValues } from './domain/index.js';
import type { Destination } from './destination.js';

export interface ChildAtHome {
  readonly personId: PersonId;
  readonly values: ChildValues;
}
/** What was written of a file so far: later slices find their families again. */
export interface Families {
  readonly households: Map<string, { readonly id: HouseholdId; readonly names: Set<string> }>;
  readonly adults: Map<string, PersonId>;
}
type Groups = ReadonlyMap<string, readonly ChildAtHome[]>;
interface Adult {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly relation: HouseholdRelation;
  readonly education?: EducationLevel | undefined;
  readonly isGuardian: boolean;
  readonly isCaregiver: boolean;
}

@Injectable()
export class FamilyWriter {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly adults: HouseholdPeople,
    private readonly households: HouseholdWriter,
    private readonly created: CreatedPeople,
  ) {}

  begin(): Families {
    return { households: new Map(), adults: new Map() };
  }

  /** Inside a unit of work; the children stand on the agency's list already. */
  async write(to: Destination, families: Families, children: readonly ChildAtHome[]): Promise<void> {
    if (children.length === 0) return;
    const groups = byFamily(children);
    await this.#ensureAdults(to, families, groups);
    await this.#findStanding(to, families, groups);
    const today = await this.agencies.today(to.agencyId);
    const fresh = [...groups].filter(([key]) => !families.households.has(key));
    const ids = await this.households.addAll(
      to.agencyId,
      fresh.map(([key, group]) => this.#household(to, families, key, group, today)),
    );
    for (const [index, [key, group]] of fresh.entries()) {
      const id = ids[index];
      if (id) families.households.set(key, { id, names: new Set(adultsOf(group).map(({ name }) => name)) });
    }
    const isFresh = new Set(fresh.map(([key]) => key));
    for (const [key, group] of groups) if (!isFresh.has(key)) await this.#join(to, families, key, group);
  }

  #household(
    to: Destination,
    families: Families,
    key: string,
    group: readonly ChildAtHome[],
    today: LocalDate,
  ): NewHousehold {
    const homes = group.flatMap(({ values: { household } }) => household ?? []);
    const first = <T>(pick: (home: (typeof homes)[number]) => T | undefined) =>
      homes.map(pick).find((value) => value !== undefined);
    const address = first((home) => home.address);
    const areaCode = group.map(({ values }) => values.area).find((area) => area !== undefined);
    const events = new Set<MajorEventKind>(homes.flatMap((home) => home.events));
    // The rows of brothers and sisters speak of one family: where they differ, the more pressing word counts.
    const needs = homes.flatMap((home) => home.needs ?? []).toSorted((a, b) => a.priority - b.priority);
    const pressing = new Map(needs.map(({ domain, priority }) => [domain, priority]));
    return {
      officeId: to.officeId,
      batchId: to.batchId,
      familyForm: first((home) => home.form),
      size: first((home) => home.size),
      originProvince: first((home) => home.originProvince),
      ...(address === undefined ? {} : { address: { address, areaCode, since: today } }),
      events: [...events].map((kind) => ({ kind })),
      needs: [...pressing].map(([domain, priority]) => ({ domain, priority, since: today })),
      members: [
        ...group.map(({ personId }) => ({ personId, relation: 'CHILD' as const })),
        ...adultsOf(group).map((adult) => memberOf(families, key, adult)),
      ],
    };
  }

  /** A brother or a sister of children who have a household already: from this file, or from an earlier one. */
  async #join(to: Destination, families: Families, key: string, group: readonly ChildAtHome[]): Promise<void> {
    const standing = families.households.get(key);
    if (!standing) throw new Error('BUG: a family without a household');
    const { agencyId, batchId } = to;
    const { id, names } = standing;
    const others = adultsOf(group).filter(({ name }) => !names.has(name));
    const members = [
      ...group.map(({ personId }) => ({ personId, relation: 'CHILD' as const })),
      // Who looks after the children is the household's to say; a second file does not change it.
      ...others.map((adult) => ({ ...memberOf(families, key, adult), isCaregiver: false })),
    ];
    const rows = members.map((member) => this.households.memberRow(agencyId, id, member, batchId));
    await this.database.repository(HouseholdMember).insert(rows);
    await this.households.settle(
      agencyId,
      id,
      group.map(({ personId }) => personId),
    );
    for (const { name } of others) names.add(name);
  }

  /** A person for each adult; those who are new are remembered as the batch's. */
  async #ensureAdults(to: Destination, families: Families, groups: Groups): Promise<void> {
    const { agencyId } = to;
    const wanted = new Map<string, Adult>();
    for (const [family, group] of groups) {
      for (const adult of adultsOf(group)) {
        const key = personKey(family, adult);
        if (!families.adults.has(key)) wanted.set(key, adult);
      }
    }
    const taken = new Set(await this.adults.takenPhones(agencyId, [...wanted.values()]));
    for (const key of families.adults.keys()) taken.add(key.split('\n')[1] ?? '');
    const people = [...wanted].map(([key, { name, phone }]) => {
      // Nobody is taken for somebody else: of two names with one number the first keeps it.
      const own = phone === undefined || taken.has(phone) ? undefined : phone;
      if (own !== undefined) taken.add(own);
      return { key, name, phone: own };
    });
    const phones = people.flatMap(({ phone }) => phone ?? []);
    const known = new Set((await this.people.idsByPhone(agencyId, phones)).values());
    const ids = await this.adults.findOrAdd(agencyId, people);
    const added = ids.filter((id) => !known.has(id));
    await this.created.remember(
      to,
      added.map((personId) => ({ personId, roles: 0 })),
    );
    for (const [index, { key }] of people.entries()) {
      const id = ids[index];
      if (id) families.adults.set(key, id);
    }
  }

  /** Families whose guardian looks after children of the same office already. */
  async #findStanding(to: Destination, families: Families, groups: Groups) {
    const asked = new Map<PersonId, string>();
    for (const [key, group] of groups) {
      if (families.households.has(key)) continue;
      for (const adult of adultsOf(group)) {
        const id = families.adults.get(personKey(key, adult));
        if (id && adult.isGuardian && adult.phone) asked.set(id, key);
      }
    }
    if (asked.size === 0) return;
    const rows = await this.database.read<{ householdId: HouseholdId; personId: PersonId; officeId: string | null }>(
      `SELECT m.householdId AS householdId, m.personId AS personId, h.officeId AS officeId
       FROM household_member m JOIN household h ON h.id = m.householdId
       WHERE m.agencyId = ? AND m.isGuardian = 1 AND m.\`until\` IS NULL AND h.erasedAt IS NULL
       AND m.personId IN (${placeholders([...asked.keys()])})`,
      [to.agencyId, ...asked.keys()],
    );
    for (const { householdId, personId, officeId } of rows) {
      const key = asked.get(personId);
      if (key === undefined || officeId !== (to.officeId ?? null)) continue;
      const names = adultsOf(groups.get(key) ?? []).flatMap((adult) =>
        families.adults.get(personKey(key, adult)) === personId ? [adult.name] : [],
      );
      families.households.set(key, { id: householdId, names: new Set(names) });
    }
  }
}

function keyOf({ personId, values: { household, guardian } }: ChildAtHome): string {
  if (household?.number !== undefined) return `number:${household.number}`;
  return guardian?.phone === undefined ? `child:${personId}` : `phone:${guardian.phone}`;
}

function byFamily(children: readonly ChildAtHome[]): ReadonlyMap<string, ChildAtHome[]> {
  const groups = new Map<string, ChildAtHome[]>();
  for (const child of children) {
    const group = groups.get(keyOf(child));
    if (group) group.push(child);
    else groups.set(keyOf(child), [child]);
  }
  return groups;
}

/** Without a number nobody is taken for a namesake of another family. */
const personKey = (family: string, { name, phone }: Adult): string => `${name}\n${phone ?? family}`;

function memberOf(families: Families, family: string, adult: Adult) {
  const personId = families.adults.get(personKey(family, adult));
  if (!personId) throw new Error('BUG: an adult of a family without a person');
  const { relation, education, isGuardian, isCaregiver } = adult;
  return { personId, relation, education, isGuardian, isCaregiver };
}

/** Guardians and the one caregiver of a family; somebody who is both stands there once. */
function adultsOf(group: readonly ChildAtHome[]): Adult[] {
  const found = new Map<string, Adult>();
  for (const { values } of group) {
    const { household, guardian } = values;
    if (!household || guardian?.name === undefined || found.has(guardian.name)) continue;
    const { guardianRelation: relation, guardianEducation: education } = household;
    const { name, phone } = guardian;
    found.set(name, { ...{ name, phone, relation, education }, isGuardian: true, isCaregiver: false });
  }
  const caregiver = group.flatMap(({ values }) => values.household?.caregiver ?? [])[0];
  if (!caregiver) return [...found.values()];
  const both = found.get(caregiver.name);
  found.set(caregiver.name, {
    ...{ ...caregiver, phone: both?.phone ?? caregiver.phone, relation: both?.relation ?? caregiver.relation },
    ...{ education: both?.education ?? caregiver.education, isGuardian: both !== undefined, isCaregiver: true },
  });
  return [...found.values()];
}
