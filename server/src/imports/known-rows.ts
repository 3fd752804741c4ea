// Rows of people whom the agency has, as a roster compares and changes them: sealed columns as their text.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository, SupervisionHistory } from '../people/index.js';
import type { Rows } from '../platform/access/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, placeholders, rowWhere } from '../platform/database/index.js';
import type { ChangeSubject, PeopleKind } from './domain/index.js';

export type Columns = Readonly<Record<string, unknown>>;
export interface KnownRow {
  readonly subject: ChangeSubject;
  readonly rowId: string;
  /** Every column but the sealed, as stored; of sealed ones the text. */
  readonly columns: Columns;
}
export interface KnownPerson {
  readonly personId: PersonId;
  readonly name: string;
  /** The person, and what the person is in this kind of roster. */
  readonly rows: readonly KnownRow[];
}
/** What these tables have in common; of a person only the first two. */
interface Stored {
  readonly id: string;
  readonly agencyId: string;
  readonly personId: PersonId;
  readonly officeId: string | null;
  readonly erasedAt: string | null;
}

/** Sealed column → the place it is sealed for, without the row's id. */
const SEALED: Readonly<Record<ChangeSubject, Readonly<Record<string, string>>>> = {
  PERSON: { idNumberSealed: 'person.idNumber', emailSealed: 'person.email' },
  VOLUNTEER: {},
  CHILD: {
    schoolSealed: 'child.school',
    guardianNameSealed: 'child.guardianName',
    guardianPhoneSealed: 'child.guardianPhone',
    guardianRelationSealed: 'child.guardianRelation',
    referrerSealed: 'child.referrer',
  },
};
/** Whom a roster of colleagues means is a person with a role at the desk, and no row more. */
const SUBJECT_OF: Readonly<Record<Exclude<PeopleKind, 'STAFF'>, Exclude<ChangeSubject, 'PERSON'>>> = {
  VOLUNTEERS: 'VOLUNTEER',
  CHILDREN: 'CHILD',
};

@Injectable()
export class KnownRows {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly supervision: SupervisionHistory,
    private readonly cipher: Cipher,
  ) {}

  /** Those of these people who are in this kind of roster already, among these rows. */
  async load(within: Rows, kind: PeopleKind, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, KnownPerson>> {
    if (ids.length === 0) return new Map();
    if (kind === 'STAFF') return this.#colleagues(within.agencyId, ids);
    const subject = SUBJECT_OF[kind];
    const found = await this.#stored(subject).find({
      where: { ...rowWhere(within), personId: In([...ids]), erasedAt: IsNull() },
    });
    const personIds = found.map(({ personId }) => personId);
    const names = await this.people.namesOf(within.agencyId, personIds);
    const own = await this.open(within.agencyId, 'PERSON', personIds);
    const rows = await this.open(
      within.agencyId,
      subject,
      found.map(({ id }) => id),
    );
    return new Map(
      found.map(({ id, personId }) => {
        const both = [own.get(personId), rows.get(id)].flatMap((row) => row ?? []);
        return [personId, { personId, name: names.get(personId) ?? '', rows: both }];
      }),
    );
  }

  async #colleagues(agencyId: AgencyId, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, KnownPerson>> {
    const found = await this.database.read<{ personId: PersonId }>(
      `SELECT DISTINCT personId FROM role_assignment WHERE agencyId = ? AND role <> 'VOLUNTEER'
       AND personId IN (${placeholders(ids)})`,
      [agencyId, ...ids],
    );
    const personIds = found.map(({ personId }) => personId);
    const names = await this.people.namesOf(agencyId, personIds);
    const own = await this.open(agencyId, 'PERSON', personIds);
    return new Map(
      personIds.map((personId) => {
        const row = own.get(personId);
        return [personId, { personId, name: names.get(personId) ?? '', rows: row ? [row] : [] }];
      }),
    );
  }

  /** Rows by id, their sealed columns opened. */
  async open(
    agencyId: AgencyId,
    subject: ChangeSubject,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, KnownRow>> {
    const stored = await this.#stored(subject).findBy({ agencyId, id: In([...ids]) });
    const places = Object.entries(SEALED[subject]);
    const sealedOf = (row: Stored, column: string) => (row as unknown as Columns)[column] as string | null;
    await this.cipher.loadKeys(stored.flatMap((row) => places.map(([column]) => sealedOf(row, column))));
    return new Map(
      stored.map((row) => {
        const texts = places.map(([column, place]) => [
          column,
          this.cipher.openOptional(sealedOf(row, column), `${place}.${row.id}`) ?? null,
        ]);
        const columns = { ...row, ...(Object.fromEntries(texts) as Columns) };
        return [row.id, { subject, rowId: row.id, columns }];
      }),
    );
  }

  /** Inside a unit of work. The person's data key seals what is sealed. */
  async write(agencyId: AgencyId, personId: PersonId, { subject, rowId, columns }: KnownRow): Promise<void> {
    await this.cipher.ensureKeys(agencyId, [personId]);
    const places = SEALED[subject];
    const stored = Object.entries(columns).map(([column, value]) => {
      const place = places[column];
      // Of a sealed column the value is its text, or nothing.
      const sealed = place !== undefined && typeof value === 'string';
      return [column, sealed ? this.cipher.sealFor(personId, value, `${place}.${rowId}`) : value] as const;
    });
    // Whoever has the volunteer open at the desk meanwhile is told, and writes over nothing.
    const version = subject === 'VOLUNTEER' ? { version: () => 'COALESCE(version, 1) + 1' } : {};
    const change = { ...Object.fromEntries(stored), ...version };
    const supervisorId = subject === 'VOLUNTEER' ? columns['supervisorId'] : undefined;
    if (typeof supervisorId === 'string' || supervisorId === null) {
      await this.supervision.put(agencyId, [rowId], supervisorId);
    }
    await this.#stored(subject).update({ agencyId, id: rowId }, change as never);
  }

  #stored(subject: ChangeSubject) {
    return this.database.repository<Stored>(subject.toLowerCase());
  }
}
