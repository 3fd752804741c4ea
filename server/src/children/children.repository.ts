import { Injectable } from '@nestjs/common';
import { In, IsNull, Raw } from 'typeorm';
import type { AgencyId, ChildId, HouseholdId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import type {
  ChildCategory,
  DifficultyLevel,
  DiscoveryChannel,
  Registration,
  SchoolStage,
} from '@tongxing/shared/rules';
import { PeopleRepository, type OpenPerson } from '../people/index.js';
import { rowCondition, rowConditionAmongIds, type Rows } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, placeholders, readRows, rowWhere } from '../platform/database/index.js';
import { Child } from './child.entity.js';
import { HouseholdGuardians, type Guardian } from './households/household-guardians.js';
import { pickPseudonym } from './pseudonyms.js';
import { Schools } from './schools/schools.js';

export type { Guardian } from './households/household-guardians.js';
export interface NewChild {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly officeId?: OfficeId | undefined;
  /** Same child, same text: `identityOf` of the roster. */
  readonly identity: string;
  readonly school?: string | undefined;
  readonly guardian?: Guardian | undefined;
  readonly areaCode?: string | undefined;
  readonly languages: readonly string[];
  readonly needs: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly priority: number;
  readonly waitingSince?: LocalDate | undefined;
  readonly companionGender?: 'FEMALE' | 'MALE' | undefined;
  readonly batchId?: string | undefined;
  readonly intake?: ChildIntake | undefined;
}
/** How a child came to the agency (P02), and what programmes and workers ask first. */
export interface ChildIntake {
  readonly categories?: readonly ChildCategory[] | undefined;
  readonly difficultyLevel?: DifficultyLevel | undefined;
  readonly discoveryChannel?: DiscoveryChannel | undefined;
  readonly discoveredOn?: LocalDate | undefined;
  readonly referrer?: string | undefined;
  readonly schoolStage?: SchoolStage | undefined;
  readonly registration?: Registration | undefined;
  /** Need → 1 (least pressing) to 5. */
  readonly needPriorities?: Readonly<Partial<Record<string, number>>> | undefined;
}
/** A child's file as the case team reads it. */
export interface ChildView {
  readonly id: ChildId;
  readonly person: OpenPerson;
  readonly pseudonym: string;
  readonly school?: string | undefined;
  readonly guardian: Guardian;
  readonly areaCode?: string | undefined;
  readonly languages: readonly string[];
  readonly needs: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly priority: number;
  readonly waitingSince?: LocalDate | undefined;
  readonly companionGender?: 'FEMALE' | 'MALE' | undefined;
  readonly officeId?: OfficeId | undefined;
  readonly householdId?: HouseholdId | undefined;
  readonly intake: ChildIntake;
}

const IDENTITY = 'child.identity';

@Injectable()
export class ChildrenRepository {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly guardians: HouseholdGuardians,
    private readonly schools: Schools,
  ) {}

  /** Inside a unit of work. */
  async addAll(agencyId: AgencyId, children: readonly NewChild[]): Promise<ChildId[]> {
    const taken = new Set(await this.#pseudonyms(agencyId));
    // The family's fields are the child's: they go when the child's key goes.
    await this.cipher.ensureKeys(
      agencyId,
      children.map((child) => child.personId),
    );
    await this.schools.ensure(
      agencyId,
      children.flatMap(({ school }) => school ?? []),
    );
    const rows = children.map((child) => {
      const pseudonym = pickPseudonym(taken);
      taken.add(pseudonym);
      return this.#toRow(child, pseudonym);
    });
    for (let from = 0; from < rows.length; from += 100) {
      await this.database.repository(Child).insert(rows.slice(from, from + 100));
    }
    return rows.map((row) => row.id);
  }

  /** The blind index of an identity (`identityOf` of the roster). */
  identityIndex(identity: string): string {
    return this.cipher.blindIndex(IDENTITY, identity);
  }

  /** The children whom the agency has already, by identity. */
  async personsByIdentity(agencyId: AgencyId, identities: readonly string[]): Promise<ReadonlyMap<string, PersonId>> {
    if (identities.length === 0) return new Map();
    const byIndex = new Map(identities.map((identity) => [this.cipher.blindIndex(IDENTITY, identity), identity]));
    const rows = await this.database.repository(Child).find({
      select: { id: true, identityIndex: true, personId: true },
      where: { agencyId, identityIndex: In([...byIndex.keys()]) },
    });
    return new Map(rows.map((row) => [byIndex.get(row.identityIndex) ?? '', row.personId as PersonId]));
  }

  /** Ids of those whose pseudonym has this part; it tells nothing, and so it is not sealed. */
  async idsByPseudonym(within: Rows, part: string, limit: number): Promise<string[]> {
    const rows = await this.database.repository(Child).find({
      select: { id: true },
      where: { ...rowWhere(within), erasedAt: IsNull(), pseudonym: containing(part.trim()) },
      order: { pseudonym: 'ASC' },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** Ids of all these rows, nothing opened. */
  async idsWithin(within: Rows): Promise<ReadonlySet<string>> {
    const { sql, parameters } = rowCondition(within);
    const statement = `SELECT id FROM child WHERE ${sql} AND erasedAt IS NULL`;
    const rows = await this.database.read<{ id: string }>(statement, parameters);
    return new Set(rows.map((row) => row.id));
  }

  async all(within: Rows): Promise<ChildView[]> {
    const rows = await this.database
      .repository(Child)
      .find({ where: { ...rowWhere(within), erasedAt: IsNull() }, order: { id: 'ASC' } });
    return this.#open(within.agencyId, rows);
  }

  /** Children by id; ids of rows that are not within are simply absent. */
  async byIds(within: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, ChildView>> {
    if (ids.length === 0) return new Map();
    const wanted = [...new Set(ids)];
    const { sql, parameters } = rowConditionAmongIds(within);
    const tail = `WHERE ${sql} AND id IN (${placeholders(wanted)})`;
    const rows = await readRows(this.database, Child, tail, [...parameters, ...wanted]);
    return new Map((await this.#open(within.agencyId, rows)).map((child) => [child.id, child]));
  }

  /** Locks children until the unit of work ends; those that are not within are left alone. */
  async lock(within: Rows, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const query = this.database
      .repository(Child)
      .createQueryBuilder('c')
      .select('c.id')
      .where({ ...rowWhere(within), id: In([...ids]) })
      .orderBy('c.id');
    await this.database.forUpdate(query).getMany();
  }

  /** What is known of how a child came, and what it needs most; inside a unit of work. */
  async changeIntake(
    agencyId: AgencyId,
    { person, id }: ChildView,
    school: string | undefined,
    intake: ChildIntake,
  ): Promise<void> {
    await this.cipher.ensureKeys(agencyId, [person.id]);
    await this.schools.ensure(agencyId, school === undefined ? [] : [school]);
    const needs = Object.keys(intake.needPriorities ?? {});
    await this.database.repository(Child).update(
      { agencyId, id },
      {
        ...toIntakeColumns(intake),
        ...(intake.needPriorities ? { needs } : {}),
        schoolSealed: this.cipher.sealOptionalFor(person.id, school, `child.school.${id}`),
        schoolIndex: this.schools.indexOf(school),
        referrerSealed: this.cipher.sealOptionalFor(person.id, intake.referrer, `child.referrer.${id}`),
      },
    );
  }

  /** The person of a child: whose data key seals what is written of the child. */
  async personOf(agencyId: AgencyId, childId: ChildId): Promise<PersonId> {
    const where = { agencyId, id: childId };
    const row = await this.database.repository(Child).findOne({ select: { id: true, personId: true }, where });
    if (!row) throw new Error('BUG: a child without a row');
    return row.personId as PersonId;
  }

  /** The child that a person is here, if any: one id at most. */
  async idsOfPerson(agencyId: AgencyId, personId: PersonId): Promise<string[]> {
    const rows = await this.database.repository(Child).find({ select: { id: true }, where: { agencyId, personId } });
    return rows.map(({ id }) => id);
  }

  async #pseudonyms(agencyId: AgencyId): Promise<string[]> {
    const rows = await this.database
      .repository(Child)
      .find({ select: { id: true, pseudonym: true }, where: { agencyId } });
    return rows.map((row) => row.pseudonym);
  }

  #toRow(child: NewChild, pseudonym: string) {
    const id = this.ids.next<ChildId>();
    const seal = (column: string, text: string | undefined) =>
      this.cipher.sealOptionalFor(child.personId, text, `child.${column}.${id}`);
    return {
      id,
      agencyId: child.agencyId,
      personId: child.personId,
      officeId: child.officeId ?? null,
      pseudonym,
      schoolSealed: seal('school', child.school),
      schoolIndex: this.schools.indexOf(child.school),
      guardianNameSealed: seal('guardianName', child.guardian?.name),
      guardianPhoneSealed: seal('guardianPhone', child.guardian?.phone),
      guardianRelationSealed: seal('guardianRelation', child.guardian?.relation),
      identityIndex: this.cipher.blindIndex(IDENTITY, child.identity),
      areaCode: child.areaCode ?? null,
      languages: [...child.languages],
      needs: [...child.needs],
      freeTimes: [...child.freeTimes],
      priority: child.priority,
      waitingSince: child.waitingSince ?? null,
      companionGender: child.companionGender ?? null,
      batchId: child.batchId ?? null,
      createdAt: this.clock.nowIso(),
      erasedAt: null,
      ...toIntakeColumns(child.intake ?? {}),
      referrerSealed: seal('referrer', child.intake?.referrer),
    };
  }

  async #open(agencyId: AgencyId, rows: readonly Child[]): Promise<ChildView[]> {
    const people = await this.people.byIds(
      agencyId,
      rows.map((row) => row.personId),
    );
    await this.cipher.loadKeys(rows.flatMap(sealedOf));
    const guardians = await this.guardians.of(
      agencyId,
      rows.flatMap(({ householdId }) => householdId ?? []),
    );
    return rows.flatMap((row) => {
      const person = people.get(row.personId);
      return person ? [this.#toView(row, person, guardians.get(row.householdId ?? ''))] : [];
    });
  }

  #toView(row: Child, person: OpenPerson, atHome: Guardian | undefined): ChildView {
    // Before a restored row of an erased child is blanked again, its texts are mute.
    const open = (column: string, sealed: string | null) =>
      person.erased ? undefined : this.cipher.openOptional(sealed, `child.${column}.${row.id}`);
    return {
      id: row.id as ChildId,
      person,
      pseudonym: row.pseudonym,
      school: open('school', row.schoolSealed),
      // Of a child who lives in a household that is the household's to say.
      guardian: (!person.erased && atHome) || {
        name: open('guardianName', row.guardianNameSealed),
        phone: open('guardianPhone', row.guardianPhoneSealed),
        relation: open('guardianRelation', row.guardianRelationSealed),
      },
      areaCode: row.areaCode ?? undefined,
      languages: row.languages,
      needs: row.needs,
      freeTimes: row.freeTimes,
      priority: row.priority,
      waitingSince: (row.waitingSince ?? undefined) as LocalDate | undefined,
      companionGender: row.companionGender ?? undefined,
      officeId: (row.officeId ?? undefined) as OfficeId | undefined,
      householdId: (row.householdId ?? undefined) as HouseholdId | undefined,
      intake: { ...toIntake(row), referrer: open('referrer', row.referrerSealed) },
    };
  }
}

const containing = (part: string) => Raw((column) => `INSTR(${column}, :part) > 0`, { part });

const sealedOf = (row: Child) => [
  row.schoolSealed,
  row.guardianNameSealed,
  row.guardianPhoneSealed,
  row.guardianRelationSealed,
  row.referrerSealed,
];

const toIntakeColumns = (intake: ChildIntake) => ({
  categories: intake.categories ? [...intake.categories] : null,
  difficultyLevel: intake.difficultyLevel ?? null,
  discoveryChannel: intake.discoveryChannel ?? null,
  discoveredOn: intake.discoveredOn ?? null,
  schoolStage: intake.schoolStage ?? null,
  registration: intake.registration ?? null,
  needPriorities: intake.needPriorities ? { ...intake.needPriorities } : null,
});

const toIntake = (row: Child): ChildIntake => ({
  categories: row.categories ?? undefined,
  difficultyLevel: row.difficultyLevel ?? undefined,
  discoveryChannel: row.discoveryChannel ?? undefined,
  discoveredOn: (row.discoveredOn ?? undefined) as LocalDate | undefined,
  schoolStage: row.schoolStage ?? undefined,
  registration: row.registration ?? undefined,
  needPriorities: row.needPriorities ?? undefined,
});
