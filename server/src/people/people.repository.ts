import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId, LocalDate, LoginId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { idNumberEnd } from '@tongxing/shared/rules';
import { Cipher } from '../platform/crypto/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, placeholders, readRows, rowsOf } from '../platform/database/index.js';
import { NameIndex, type IndexedName } from './names/name-index.js';
import type { DatedRole, NewPerson, OpenPerson, Standing } from './person-shapes.js';
import { Person, RoleAssignment } from './person.entity.js';

export type { DatedRole, NewPerson, OpenPerson, Standing } from './person-shapes.js';

/** Stands where the name of an erased person stood. */
export const ERASED_NAME = '—';

interface StandingRow extends Omit<DatedRole, 'officeId'> {
  readonly officeId: OfficeId | null;
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  readonly timeZone: string;
}
const PHONE = 'person.phone';
const EMAIL = 'person.email';
const ID_NUMBER = 'person.idNumber';
const NAMED = rowsOf(Person, 'id', 'nameSealed');
const OPENED = rowsOf(Person, 'id', 'nameSealed', 'phoneSealed', 'gender', 'birthDate');
const NAME_ERASED = { name: ERASED_NAME, phone: undefined, erased: true } as const;

@Injectable()
export class PeopleRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly names: NameIndex,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Writes one person; inside a unit of work. */
  async add(person: NewPerson): Promise<PersonId> {
    const [id] = await this.addAll([person]);
    if (!id) throw new Error('BUG: nobody was added');
    return id;
  }

  /** Writes many people in as few statements as the engines' parameter limits allow. */
  async addAll(people: readonly NewPerson[]): Promise<PersonId[]> {
    const added = people.map((person) => ({ ...person, id: this.ids.next<PersonId>() }));
    for (const agencyId of new Set(people.map((person) => person.agencyId))) {
      const own = added.filter((person) => person.agencyId === agencyId);
      await this.cipher.ensureKeys(
        agencyId,
        own.map((person) => person.id),
      );
      const names = await this.names.prepare(agencyId, own);
      const rows = own.map((person) => ({ ...this.#toRow(person), ...indexed(names.byPerson.get(person.id)) }));
      for (let from = 0; from < rows.length; from += 200) {
        await this.database.repository(Person).insert(rows.slice(from, from + 200));
      }
      await this.names.write(names);
    }
    return added.map((person) => person.id);
  }

  /** A role from a day on, in one office or, where none is named, in the whole agency; inside a unit of work. */
  assignRole(
    agencyId: AgencyId,
    personId: PersonId,
    role: Role,
    startsOn: LocalDate,
    officeId?: OfficeId,
  ): Promise<void> {
    return this.assignRoleToAll(agencyId, [personId], role, startsOn, officeId);
  }

  /** The same role for many, from the same day; inside a unit of work. */
  async assignRoleToAll(
    agencyId: AgencyId,
    personIds: readonly PersonId[],
    role: Role,
    startsOn: LocalDate,
    officeId?: OfficeId,
  ): Promise<void> {
    const rows = personIds.map((personId) => ({
      id: this.ids.next(),
      agencyId,
      personId,
      officeId: officeId ?? null,
      role,
      startsOn,
      endsOn: null,
    }));
    for (let from = 0; from < rows.length; from += 200) {
      await this.database.repository(RoleAssignment).insert(rows.slice(from, from + 200));
    }
  }

  /** Dated roles as somebody takes them up; inside a unit of work. */
  async takeUp(
    agencyId: AgencyId,
    personId: PersonId,
    roles: readonly (Pick<RoleAssignment, 'officeId' | 'startsOn' | 'endsOn'> & { readonly role: Role })[],
  ): Promise<void> {
    if (roles.length === 0) return;
    const rows = roles.map((role) => ({ id: this.ids.next(), agencyId, personId, ...role }));
    await this.database.repository(RoleAssignment).insert(rows);
  }

  /** Every role that a person of this agency holds today or will hold. */
  async rolesFrom(agencyId: AgencyId, personId: string, on: LocalDate): Promise<DatedRole[]> {
    const rows = await this.database.repository(RoleAssignment).findBy({ agencyId, personId });
    return rows
      .filter((row) => row.endsOn === null || row.endsOn >= on)
      .map((row) => ({
        ...(row as unknown as DatedRole),
        officeId: (row.officeId ?? undefined) as OfficeId | undefined,
      }));
  }

  /** Gives a person their login; false where they have one already. Inside a unit of work. */
  async giveLogin(agencyId: AgencyId, id: PersonId, loginId: LoginId): Promise<boolean> {
    const without = { agencyId, id, loginId: IsNull() };
    return (await this.database.repository(Person).update(without, { loginId })).affected === 1;
  }

  /** Opened people of one agency by id; ids of others are simply absent. */
  async byIds(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, OpenPerson>> {
    if (ids.length === 0) return new Map();
    const wanted = [...new Set(ids)];
    const tail = `WHERE +agencyId = ? AND id IN (${placeholders(wanted)})`;
    const rows = await readRows(this.database, OPENED, tail, [agencyId, ...wanted]);
    await this.cipher.loadKeys(rows.map((row) => row.nameSealed));
    return new Map(rows.map((row) => [row.id, this.#open(row)]));
  }

  /** Names alone, by id; ids of others are simply absent. */
  async namesOf(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const wanted = [...new Set(ids)];
    const tail = `WHERE +agencyId = ? AND id IN (${placeholders(wanted)})`;
    const rows = await readRows(this.database, NAMED, tail, [agencyId, ...wanted]);
    await this.cipher.loadKeys(rows.map((row) => row.nameSealed));
    return new Map(rows.map((row) => [row.id, this.#nameOf(row)]));
  }

  /** The logins of those of these people who have one. */
  async loginsOf(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, LoginId>> {
    if (ids.length === 0) return new Map();
    const where = { agencyId, id: In([...new Set(ids)]) };
    const rows = await this.database.repository(Person).find({ select: { id: true, loginId: true }, where });
    return new Map(rows.flatMap((row) => (row.loginId === null ? [] : [[row.id, row.loginId as LoginId] as const])));
  }

  /** Ids by canonical phone number, for those of these numbers that the agency already knows. */
  idsByPhone(agencyId: AgencyId, phones: readonly string[]): Promise<ReadonlyMap<string, PersonId>> {
    return this.#idsBy('phoneIndex', PHONE, agencyId, phones);
  }

  /** Phone number (canonical) and birth date as they are from now on; inside a unit of work. */
  async correct(
    agencyId: AgencyId,
    id: PersonId,
    { phone, birthDate }: { readonly phone: string; readonly birthDate: LocalDate },
  ): Promise<void> {
    await this.cipher.ensureKeys(agencyId, [id]);
    const phoneSealed = this.cipher.sealFor(id, phone, `person.phone.${id}`);
    const phoneIndex = this.cipher.blindIndex(PHONE, phone);
    await this.database.repository(Person).update({ agencyId, id }, { phoneSealed, phoneIndex, birthDate });
  }

  /** The blind index that finds an address (as it is signed in with) again. */
  emailIndex(email: string): string {
    return this.cipher.blindIndex(EMAIL, email);
  }

  /** Whether somebody of the agency is known by this address (as it is signed in with). */
  knowsEmail(agencyId: AgencyId, email: string): Promise<boolean> {
    return this.database.repository(Person).existsBy({ agencyId, emailIndex: this.emailIndex(email) });
  }

  /** The addresses of those of these people whose address is known. */
  emailsOf(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#textsOf('emailSealed', EMAIL, agencyId, ids);
  }

  /** The blind index that finds an identity number (18 characters) again. */
  idNumberIndex(number: string): string {
    return this.cipher.blindIndex(ID_NUMBER, number);
  }

  /** Ids by identity number (18 characters), for those of these numbers that the agency already knows. */
  idsByIdNumber(agencyId: AgencyId, numbers: readonly string[]): Promise<ReadonlyMap<string, PersonId>> {
    return this.#idsBy('idNumberIndex', ID_NUMBER, agencyId, numbers);
  }

  /** The last four characters of the identity numbers of those of these people whose number is known. */
  async idNumberEnds(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const numbers = await this.idNumbersOf(agencyId, ids);
    return new Map([...numbers].map(([id, number]) => [id, idNumberEnd(number)]));
  }

  /** The identity numbers themselves, for comparing: nobody reads them. */
  idNumbersOf(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#textsOf('idNumberSealed', ID_NUMBER, agencyId, ids);
  }

  /** People of an agency who hold a role on a day. */
  async holdersOf(agencyId: AgencyId, role: Role, on: LocalDate): Promise<PersonId[]> {
    const rows = await this.database.repository(RoleAssignment).findBy({ agencyId, role });
    return rows.filter((row) => inForce(row, on)).map((row) => row.personId as PersonId);
  }

  /** Locks a person's row until the unit of work ends. */
  async lock(agencyId: AgencyId, id: PersonId): Promise<void> {
    const query = this.database
      .repository(Person)
      .createQueryBuilder('p')
      .where('p.agencyId = :agencyId AND p.id = :id', { agencyId, id });
    await this.database.forUpdate(query).getOne();
  }

  /**
   * The people of a login with every role they ever had, and the zone in which each agency counts its days: one read.
   * Nobody where work is stopped in any agency (H8): every session and every way in asks here.
   */
  async standingsOf(loginId: LoginId): Promise<Standing[]> {
    const rows = await this.database.read<StandingRow>(
      `SELECT p.id AS personId, p.agencyId AS agencyId, a.timeZone AS timeZone, r.role AS role, r.officeId AS officeId, r.startsOn AS startsOn, r.endsOn AS endsOn
       FROM person p JOIN agency a ON a.id = p.agencyId JOIN role_assignment r ON r.personId = p.id
       WHERE p.loginId = ? AND NOT EXISTS (
         SELECT 1 FROM person q JOIN work_stop s ON s.openPersonId = q.id WHERE q.loginId = ?
       ) ORDER BY p.id`,
      [loginId, loginId],
    );
    const people = new Map<PersonId, StandingRow[]>();
    for (const row of rows) people.set(row.personId, [...(people.get(row.personId) ?? []), row]);
    return [...people.values()].flatMap((posts) => {
      const [first] = posts;
      if (!first) return [];
      const { personId, agencyId, timeZone } = first;
      const roles = posts.map((row) => ({ ...row, officeId: row.officeId ?? undefined }));
      return [{ personId, agencyId, timeZone, roles }];
    });
  }

  async byLogin(loginId: LoginId): Promise<Person | null> {
    return this.database.repository(Person).findOneBy({ loginId });
  }

  /** Whether this is a volunteer or a colleague of the agency, now or once: a child is neither. */
  async doesWork(agencyId: AgencyId, personId: string): Promise<boolean> {
    const known = await this.database.repository(Person).existsBy({ agencyId, id: personId, erasedAt: IsNull() });
    return known && (await this.database.repository(RoleAssignment).existsBy({ agencyId, personId }));
  }

  async rolesOf(personId: string, on: LocalDate): Promise<Role[]> {
    const rows = await this.database.repository(RoleAssignment).findBy({ personId });
    return rows.filter((row) => inForce(row, on)).map((row) => row.role as Role);
  }

  /** Ids by what a blind index was made of. */
  async #idsBy(
    column: 'phoneIndex' | 'idNumberIndex',
    place: string,
    agencyId: AgencyId,
    texts: readonly string[],
  ): Promise<ReadonlyMap<string, PersonId>> {
    if (texts.length === 0) return new Map();
    const byIndex = new Map(texts.map((text) => [this.cipher.blindIndex(place, text), text]));
    const where = { agencyId, [column]: In([...byIndex.keys()]) };
    const rows = await this.database.repository(Person).find({ select: { id: true, [column]: true }, where });
    return new Map(rows.map((row) => [byIndex.get(row[column] ?? '') ?? '', row.id as PersonId]));
  }

  /** What a sealed column says of those of these people of whom it says something. */
  async #textsOf(
    column: 'emailSealed' | 'idNumberSealed',
    place: string,
    agencyId: AgencyId,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const where = { agencyId, id: In([...new Set(ids)]), erasedAt: IsNull(), [column]: Not(IsNull()) };
    const rows = await this.database.repository(Person).find({ select: { id: true, [column]: true }, where });
    await this.cipher.loadKeys(rows.map((row) => row[column]));
    return new Map(
      rows.flatMap((row) => {
        const text = this.cipher.openOptional(row[column], `${place}.${row.id}`);
        return text === undefined ? [] : [[row.id, text] as const];
      }),
    );
  }

  #toRow({ id, ...person }: NewPerson & { readonly id: PersonId }) {
    return {
      id,
      agencyId: person.agencyId,
      loginId: person.loginId ?? null,
      nameSealed: this.cipher.sealFor(id, person.name, `person.name.${id}`),
      phoneSealed: this.cipher.sealOptionalFor(id, person.phone, `person.phone.${id}`),
      phoneIndex: person.phone === undefined ? null : this.cipher.blindIndex(PHONE, person.phone),
      emailSealed: this.cipher.sealOptionalFor(id, person.email, `${EMAIL}.${id}`),
      emailIndex: person.email === undefined ? null : this.emailIndex(person.email),
      idNumberSealed: this.cipher.sealOptionalFor(id, person.idNumber, `${ID_NUMBER}.${id}`),
      idNumberIndex: person.idNumber === undefined ? null : this.cipher.blindIndex(ID_NUMBER, person.idNumber),
      gender: person.gender ?? null,
      birthDate: person.birthDate ?? null,
      createdAt: this.clock.nowIso(),
      erasedAt: null,
    };
  }

  #nameOf({ id, nameSealed }: Pick<Person, 'id' | 'nameSealed'>): string {
    return this.cipher.isErased(nameSealed) ? ERASED_NAME : this.cipher.open(nameSealed, `person.name.${id}`);
  }

  #open(row: Pick<Person, 'id' | 'nameSealed' | 'phoneSealed' | 'gender' | 'birthDate'>): OpenPerson {
    return {
      id: row.id as PersonId,
      ...this.#names(row),
      gender: row.gender ?? undefined,
      birthDate: (row.birthDate ?? undefined) as LocalDate | undefined,
    };
  }

  #names(row: Pick<Person, 'id' | 'nameSealed' | 'phoneSealed'>): Pick<OpenPerson, 'name' | 'phone' | 'erased'> {
    if (this.cipher.isErased(row.nameSealed)) return NAME_ERASED;
    return {
      name: this.cipher.open(row.nameSealed, `person.name.${row.id}`),
      phone: this.cipher.openOptional(row.phoneSealed, `person.phone.${row.id}`),
      erased: false,
    };
  }
}

function indexed(name: IndexedName | undefined): IndexedName {
  if (!name) throw new Error('BUG: a name was not taken apart');
  return name;
}

export const inForce = (row: { readonly startsOn: string; readonly endsOn: string | null }, on: LocalDate) =>
  row.startsOn <= on && (row.endsOn === null || on <= row.endsOn);
