// Every row of the database by its id, and how it stands to somebody: worked out from the columns alone, apart from the
// code that is under test, so that a new table is judged as soon as it exists.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Relation, Role } from '@tongxing/shared/permissions';
import { Database } from '../../platform/database/index.js';
import { WrittenTables } from './written-tables.js';

export interface Row {
  readonly table: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Somebody who asks, as the tests know them. */
export interface Standing {
  readonly role: Role | undefined;
  readonly agencyId: string;
  readonly personId?: string | undefined;
  readonly loginId?: string | undefined;
  /** Office of the one role; undefined for the whole agency. */
  readonly officeId?: string | undefined;
  /** A guardian's own child. */
  readonly childId?: string | undefined;
}

const OVER = new Set(['ENDED', 'VOLUNTEER_DECLINED']);
/** Columns that name what a row belongs to, the closest first. */
const PARENTS = ['childId', 'householdId', 'companionshipId', 'batchId', 'runId', 'subjectId'] as const;

export class AllRows {
  readonly #byId = new Map<string, Row>();
  readonly #idsOf = new Map<string, Set<string>>();
  readonly #entities: ReadonlyMap<string, string>;
  /** Read again before anybody looks: the test speaks to the application alone, so these are all that can differ. */
  readonly #written: WrittenTables;
  readonly #auditEnds = new Map<string, number>();

  private constructor(private readonly database: Database) {
    const entities = database.source.entityMetadatas;
    this.#entities = new Map(entities.map(({ name, tableName }) => [name, tableName]));
    const withId = entities.filter(({ columns }) => columns.some((column) => column.propertyName === 'id'));
    this.#written = new WrittenTables(withId.map(({ tableName }) => tableName));
    database.source.logger = this.#written;
  }

  /** Reads the whole database: for the small world of a test. */
  static async read(app: NestExpressApplication): Promise<AllRows> {
    const rows = new AllRows(app.get(Database));
    await rows.readAgain();
    return rows;
  }

  /** What was written since. */
  async readAgain(): Promise<void> {
    for (const table of this.#written.take()) {
      if (table === 'audit_event') await this.#readNewAudits();
      else await this.#readTable(table);
    }
  }

  async #readTable(table: string): Promise<void> {
    for (const id of this.#idsOf.get(table) ?? []) this.#byId.delete(id);
    this.#idsOf.set(table, new Set());
    this.#keep(table, await this.database.manager.query(`SELECT * FROM ${table}`));
  }

  /** An audit only ever grows, and with every case: reading all of it each time would take longer than all else. */
  async #readNewAudits(): Promise<void> {
    const heads: { agencyId: string; sequence: number }[] = await this.database.manager.query(
      'SELECT agencyId, sequence FROM audit_head',
    );
    for (const { agencyId, sequence } of heads) {
      const known = this.#auditEnds.get(agencyId) ?? 0;
      if (Number(sequence) === known) continue;
      const sql = 'SELECT id, agencyId, actorId, subjectType, subjectId FROM audit_event';
      this.#keep(
        'audit_event',
        await this.database.manager.query(`${sql} WHERE agencyId = ? AND sequence > ?`, [agencyId, known]),
      );
      this.#auditEnds.set(agencyId, Number(sequence));
    }
  }

  #keep(table: string, rows: Record<string, unknown>[]): void {
    const ids = this.#idsOf.get(table) ?? new Set();
    this.#idsOf.set(table, ids);
    for (const row of rows) {
      const id = String(row['id']);
      ids.add(id);
      this.#byId.set(id, { table, columns: row });
    }
  }

  get(id: string): Row | undefined {
    return this.#byId.get(id);
  }

  /** The table of an entity that is called like a type of the schema. */
  tableOf(type: string): string | undefined {
    return this.#entities.get(type);
  }

  of(table: string): readonly [string, Row][] {
    return [...(this.#idsOf.get(table) ?? [])].flatMap((id): [string, Row][] => {
      const row = this.#byId.get(id);
      return row ? [[id, row]] : [];
    });
  }

  /** Every relation in which a row stands to somebody; none for a stranger's, and for one that is not there. */
  relations(who: Standing, id: string): ReadonlySet<Relation> {
    const row = this.#byId.get(id);
    const found = new Set<Relation>();
    if (!row || who.role === undefined) return found;
    const { columns } = row;
    if (this.#isOwn(who, id, columns) || this.#isAskedForTheirs(who, row)) found.add('OWN');
    const agencyId = row.table === 'agency' ? id : columns['agencyId'];
    if (agencyId !== who.agencyId) return found;
    for (const relation of this.#byPair(who, id, row)) found.add(relation);
    if (this.#isSponsored(who, row) || this.#isOpenedTo(who, row)) found.add('ASSIGNED');
    // A guardian belongs to no office: only what is their own child's is theirs.
    if (who.role === 'GUARDIAN') return found;
    found.add('SAME_AGENCY');
    if (this.#inOffice(who, id)) found.add('SAME_OFFICE');
    return found;
  }

  #isOwn(who: Standing, id: string, columns: Row['columns']): boolean {
    if (who.childId !== undefined && (id === who.childId || columns['childId'] === who.childId)) return true;
    if (who.personId === undefined) return false;
    return [id, columns['personId']].includes(who.personId) || [id, columns['loginId']].includes(who.loginId ?? '-');
  }

  /** What a guardian asks about is the child's own as a person. */
  #isAskedForTheirs({ childId }: Standing, { table, columns }: Row): boolean {
    if (table !== 'rights_request' || childId === undefined) return false;
    return columns['personId'] === this.#byId.get(childId)?.columns['personId'];
  }

  /** A donor stands to their sponsorship, and to what was released of its child, as assigned. */
  #isSponsored(who: Standing, { table, columns }: Row): boolean {
    const theirs = (one: Row['columns']) => one['donorPersonId'] === who.personId && one['state'] !== 'ENDED';
    if (table === 'sponsorship') return theirs(columns);
    if (table !== 'progress_card' || columns['state'] !== 'RELEASED') return false;
    const gifts = this.of('sponsorship').map(([, gift]) => gift.columns);
    return gifts.some((gift) => theirs(gift) && gift['childId'] === columns['childId']);
  }

  /** A reader outside stands to what was opened to them as assigned, until it is closed. */
  #isOpenedTo(who: Standing, { table, columns }: Row): boolean {
    return table === 'child_share' && columns['readerPersonId'] === who.personId && columns['closedAt'] === null;
  }

  /** A companion stands to the own pair as assigned until it is over; staff to the companions of their children. */
  *#byPair(who: Standing, id: string, { table, columns }: Row): Generator<Relation> {
    const pairs = table === 'child' ? this.of('companionship').map(([, pair]) => pair.columns) : [columns];
    for (const pair of pairs.filter((one) => table === 'companionship' || one['childId'] === id)) {
      const volunteer = this.#byId.get(String(pair['volunteerId']));
      if (volunteer?.columns['personId'] !== who.personId) continue;
      yield OVER.has(String(pair['state'])) ? 'FORMERLY_ASSIGNED' : 'ASSIGNED';
    }
    if (table !== 'volunteer') return;
    const proposed = [...this.of('companionship'), ...this.of('match_proposal')];
    const theirs = proposed.filter(([, pair]) => pair.columns['volunteerId'] === id);
    if (theirs.some(([pairId]) => this.#inOffice(who, pairId))) yield 'ASSIGNED';
  }

  #inOffice(who: Standing, id: string): boolean {
    if (who.officeId === undefined) return true;
    const officeId = this.#officeOf(id);
    return officeId === null || officeId === who.officeId;
  }

  /** Null where a row belongs to the whole agency. */
  #officeOf(id: string): string | null {
    const columns = this.#byId.get(id)?.columns ?? {};
    if (columns['officeId'] !== undefined) return columns['officeId'] as string | null;
    const parent = PARENTS.map((name) => columns[name]).find((one) => typeof one === 'string' && this.#byId.has(one));
    return typeof parent === 'string' ? this.#officeOf(parent) : null;
  }
}
