// Brings people whom the agency has up to date from a roster, and keeps what stood before, so that it can go back.
import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import { Schools } from '../children/index.js';
import type { Rows } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { AgencyRegister } from './agency-register.js';
import {
  identityOf,
  listsPeople,
  markDuplicate,
  wantedColumns,
  type ChildValues,
  type RosterCell,
  type PeopleKind,
  type RosterKind,
  type RosterRow,
  type ValuesByKind,
  type WantedColumn,
} from './domain/index.js';
import { ImportChange } from './import-batch.entity.js';
import { KnownRows, type Columns, type KnownPerson, type KnownRow } from './known-rows.js';
import { RosterPapers } from './roster-papers.js';
import type { Destination } from './destination.js';

/** A row that means somebody whom the agency has. */
export interface Candidate {
  readonly personId: PersonId;
  readonly values: ValuesByKind[PeopleKind];
  readonly cells: readonly RosterCell[];
}
interface Difference {
  readonly person: KnownPerson;
  readonly columns: readonly WantedColumn[];
  /** Cells that say something else, or more, than what stands. */
  readonly fields: readonly string[];
}
const CONFLICT = 'CONFLICT';

@Injectable()
export class RosterUpdates {
  constructor(
    private readonly known: KnownRows,
    private readonly papers: RosterPapers,
    private readonly register: AgencyRegister,
    private readonly schools: Schools,
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * The rows with what each could bring up to date. Somebody beyond the actor's offices, or of another kind, stays
   * "registered" and no more is said; a row that contradicts what stands is told so.
   */
  async compare(
    within: Rows,
    kind: RosterKind,
    rows: readonly RosterRow<RosterKind>[],
  ): Promise<RosterRow<RosterKind>[]> {
    if (!listsPeople(kind)) return [...rows];
    const candidates = (rows as readonly RosterRow<PeopleKind>[]).flatMap((row) =>
      row.status === 'DUPLICATE' && row.matchId ? [{ ...row, personId: row.matchId }] : [],
    );
    const found = await this.#differences(within, kind, candidates);
    return rows.map((row) => {
      if (row.status !== 'DUPLICATE' || !row.matchId) return row;
      const difference = found.get(row.matchId);
      const { matchId, ...plain } = row;
      if (difference === CONFLICT) return markDuplicate<RosterKind>(kind, plain, 'REGISTERED_OTHERWISE');
      return difference && difference.fields.length > 0 ? { ...plain, matchId, differs: difference.fields } : plain;
    });
  }

  /** Inside a unit of work; returns who is other than before. */
  async apply(
    within: Rows,
    to: Destination,
    kind: PeopleKind,
    candidates: readonly Candidate[],
  ): Promise<ReadonlySet<PersonId>> {
    const found = await this.#differences(within, kind, candidates);
    const updated = new Set<PersonId>();
    for (const candidate of candidates) {
      const difference = found.get(candidate.personId);
      if (!difference || difference === CONFLICT || difference.fields.length === 0) continue;
      for (const row of difference.person.rows) {
        const wanted = difference.columns.filter(({ subject }) => subject === row.subject);
        if (wanted.length > 0) await this.#change(to, candidate, row, wanted);
      }
      updated.add(candidate.personId);
    }
    await this.papers.addMissing(
      to,
      kind,
      candidates.filter(({ personId }) => updated.has(personId)),
    );
    return updated;
  }

  async #change(to: Destination, { personId, values }: Candidate, row: KnownRow, wanted: readonly WantedColumn[]) {
    const { agencyId, batchId } = to;
    const said: Columns = Object.fromEntries(wanted.map(({ column, value }) => [column, value]));
    const after = { ...said, ...this.#indexesOf(said, values) };
    const before = Object.fromEntries(Object.keys(after).map((column) => [column, row.columns[column] ?? null]));
    const school = said['schoolSealed'];
    if (typeof school === 'string') await this.schools.ensure(agencyId, [school]);
    await this.known.write(agencyId, personId, { ...row, columns: after });
    const id = this.ids.next();
    const seal = (part: 'before' | 'after', columns: Columns) =>
      this.cipher.sealFor(personId, JSON.stringify(columns), `import_change.${part}.${id}`);
    await this.database.repository(ImportChange).insert({
      ...{ id, agencyId, batchId, personId, subject: row.subject, rowId: row.rowId },
      ...{ beforeSealed: seal('before', before), afterSealed: seal('after', after), recordedAt: this.clock.nowIso() },
    });
  }

  /** Blind indexes that follow from what changed. */
  #indexesOf(said: Columns, values: ValuesByKind[PeopleKind]): Columns {
    const number = said['idNumberSealed'];
    const byNumber = typeof number === 'string' ? { idNumberIndex: this.register.indexOfIdNumber(number) } : {};
    const email = said['emailSealed'];
    const byEmail = typeof email === 'string' ? { emailIndex: this.register.indexOfEmail(email) } : {};
    const school = said['schoolSealed'];
    const bySchool = typeof school === 'string' ? { schoolIndex: this.schools.indexOf(school) } : {};
    if (said['guardianPhoneSealed'] === undefined) return { ...byNumber, ...byEmail, ...bySchool };
    const identityIndex = this.register.indexOfIdentity(identityOf(values as ChildValues));
    return { ...byNumber, ...byEmail, ...bySchool, identityIndex };
  }

  async #differences(
    within: Rows,
    kind: PeopleKind,
    candidates: readonly Candidate[],
  ): Promise<ReadonlyMap<PersonId, Difference | typeof CONFLICT>> {
    if (candidates.length === 0) return new Map();
    const { agencyId } = within;
    const lookUps = { supervisors: await this.register.supervisors(agencyId) };
    const people = await this.known.load(
      within,
      kind,
      candidates.map(({ personId }) => personId),
    );
    const missing = await this.papers.missing(agencyId, kind, candidates);
    return new Map(
      candidates.flatMap(({ personId, values, cells }): (readonly [PersonId, Difference | typeof CONFLICT])[] => {
        const person = people.get(personId);
        if (!person) return [];
        if (contradicts(person, values)) return [[personId, CONFLICT]];
        const columns = wantedColumns(kind, values, cells, lookUps).filter(
          (wanted) => !isHouseholds(person, wanted) && isOther(person, wanted),
        );
        const fields = [...columns.map(({ field }) => field), ...(missing.get(personId) ?? [])];
        return [[personId, { person, columns, fields }]];
      }),
    );
  }
}

/** Another name, or another identity number, under the same key: perhaps another person. */
function contradicts({ name, rows }: KnownPerson, values: ValuesByKind[PeopleKind]): boolean {
  if (name.normalize('NFKC').toLowerCase() !== values.name.toLowerCase()) return true;
  const number = valueOf(rows, 'PERSON', 'idNumberSealed');
  return number !== null && values.idNumber !== undefined && number !== values.idNumber;
}

/** Of a child who lives in a household these are the household's to say, where each change has its day. */
const HOUSEHOLDS = ['guardianNameSealed', 'guardianPhoneSealed', 'guardianRelationSealed', 'areaCode'];
const isHouseholds = ({ rows }: KnownPerson, { subject, column }: WantedColumn): boolean =>
  subject === 'CHILD' && HOUSEHOLDS.includes(column) && valueOf(rows, 'CHILD', 'householdId') !== null;

const isOther = ({ rows }: KnownPerson, { subject, column, value }: WantedColumn): boolean =>
  JSON.stringify(valueOf(rows, subject, column)) !== JSON.stringify(value);

const valueOf = (rows: readonly KnownRow[], subject: string, column: string): unknown =>
  rows.find((row) => row.subject === subject)?.columns[column] ?? null;

/** For the way back: whether a row still stands as a batch left it. */
export const standsAs = ({ columns }: KnownRow, left: Columns): boolean =>
  Object.entries(left).every(([column, value]) => JSON.stringify(columns[column] ?? null) === JSON.stringify(value));
