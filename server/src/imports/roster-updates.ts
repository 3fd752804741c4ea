// Brings people whom the agency has up to date from a roster, and keeps what stood before, so that it can go back.
import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import { Schools } from '../children/index.js';
import { RolesApart } from '../people/index.js';
import type { Rows } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
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
  /** The supervisor whom the row names works on the case of that family, and is left out. */
  readonly tooClose?: true;
}
const CONFLICT = 'CONFLICT';
const SUPERVISOR = 'supervisorId';
type Differences = ReadonlyMap<PersonId, Difference | typeof CONFLICT>;

@Injectable()
export class RosterUpdates {
  constructor(
    private readonly known: KnownRows,
    private readonly papers: RosterPapers,
    private readonly register: AgencyRegister,
    private readonly schools: Schools,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly rolesApart: RolesApart,
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
    const wanted = await this.#differences(within, kind, candidates);
    // The rule reads with locks: a unit of work of its own, which writes nothing.
    const actor = { kind: 'system' as const, agencyId: within.agencyId, name: 'imports' };
    const found = namesSupervisor(wanted) ? await this.work.run(actor, () => this.#apart(within, wanted)) : wanted;
    return rows.map((row) => {
      if (row.status !== 'DUPLICATE' || !row.matchId) return row;
      const difference = found.get(row.matchId);
      const { matchId, ...bare } = row;
      const plain = isTooClose(difference) ? { ...bare, cells: bare.cells.map(tooClose) } : bare;
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
    const found = await this.#apart(within, await this.#differences(within, kind, candidates));
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

  /** The same without supervisors who work on the case of the volunteer's family (T14). Inside a unit of work. */
  async #apart({ agencyId }: Rows, found: Differences): Promise<Differences> {
    const named = new Map<string, { readonly difference: Difference; readonly volunteerId: string }[]>();
    for (const difference of found.values()) {
      const supervisorId = supervisorOf(difference);
      if (difference === CONFLICT || supervisorId === undefined) continue;
      const volunteer = difference.person.rows.find(({ subject }) => subject === 'VOLUNTEER');
      if (!volunteer) continue;
      named.set(supervisorId, [...(named.get(supervisorId) ?? []), { difference, volunteerId: volunteer.rowId }]);
    }
    const tooClose = new Set<string>();
    // In one order for everybody who asks, so that nobody waits for one another's rows.
    for (const [supervisorId, some] of [...named].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const ids = some.map(({ volunteerId }) => volunteerId).sort();
      for (const id of await this.rolesApart.volunteers(agencyId, supervisorId, ids)) tooClose.add(id);
    }
    const kept = new Map(found);
    for (const [personId, difference] of found) {
      if (difference === CONFLICT || supervisorOf(difference) === undefined) continue;
      if (!difference.person.rows.some(({ rowId }) => tooClose.has(rowId))) continue;
      kept.set(personId, {
        person: difference.person,
        columns: difference.columns.filter(({ column }) => column !== SUPERVISOR),
        fields: difference.fields.filter((field) => field !== 'supervisorName'),
        tooClose: true,
      });
    }
    return kept;
  }

  async #differences(within: Rows, kind: PeopleKind, candidates: readonly Candidate[]): Promise<Differences> {
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

/** Whom a row would give the volunteer as supervisor; undefined where it changes none. */
function supervisorOf(difference: Difference | typeof CONFLICT): string | undefined {
  const columns = difference === CONFLICT ? [] : difference.columns;
  const value = columns.find(({ column }) => column === SUPERVISOR)?.value;
  return typeof value === 'string' ? value : undefined;
}

const namesSupervisor = (found: Differences): boolean =>
  [...found.values()].some((difference) => supervisorOf(difference) !== undefined);

const isTooClose = (difference: Difference | typeof CONFLICT | undefined): boolean =>
  difference !== undefined && difference !== CONFLICT && difference.tooClose === true;

const tooClose = (cell: RosterCell): RosterCell =>
  cell.field === 'supervisorName' ? { ...cell, problem: 'SUPERVISOR_TOO_CLOSE' } : cell;

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
