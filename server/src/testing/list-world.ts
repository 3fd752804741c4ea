// An agency with two offices, three families' worth of children, two companions and somebody in each role, for the specs
// of the lists: what is asked as whom, what a change answers, and what a file holds.
import readXlsx from 'read-excel-file/node';
import type { AgencyId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { HouseholdWriter } from '../children/index.js';
import { Office } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { Pairs } from './disclosure/pairs.js';
import { People, type Reader } from './disclosure/people.js';
import { addAgency } from './staff.js';
import { startTestApp, type TestApp } from './test-app.js';

export const NORTH = '01900001-0000-7000-8000-000000000000' as OfficeId;
export const SOUTH = '01900002-0000-7000-8000-000000000000' as OfficeId;
export const CLOSED = '01900003-0000-7000-8000-000000000000' as OfficeId;
const OFFICES = [
  [NORTH, '北站', null],
  [SOUTH, '南站', null],
  [CLOSED, '旧站', '2026-03-01'],
] as const;
const ROLES = {
  worker: ['SOCIAL_WORKER', NORTH],
  southern: ['SOCIAL_WORKER', SOUTH],
  everywhere: ['SOCIAL_WORKER', undefined],
  supervisor: ['SUPERVISOR', undefined],
  northern: ['SUPERVISOR', NORTH],
  director: ['DIRECTOR', undefined],
  auditor: ['AUDITOR', undefined],
  archivist: ['ARCHIVIST', undefined],
  coordinator: ['CSR_COORDINATOR', undefined],
  donor: ['DONOR', undefined],
} as const;

export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}
export interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly changed?: number;
  readonly kept?: number;
  readonly reasons?: readonly { readonly why: string; readonly count: number }[];
  readonly version?: number;
  readonly query?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}
type Table = 'child' | 'household' | 'volunteer';

export class ListWorld {
  readonly children: string[] = [];
  readonly volunteers: string[] = [];
  /** The first has the first two children of the north, the second the third. */
  households: readonly string[] = [];
  /** Of the first child of the north and the first volunteer. */
  pairId = '';
  supervisorId = '' as PersonId;
  readonly #readers = new Map<string, Reader>();

  private constructor(
    readonly platform: TestApp,
    readonly agencyId: AgencyId,
  ) {}

  static async start(): Promise<ListWorld> {
    const platform = await startTestApp();
    const world = new ListWorld(platform, await addAgency(platform.app, '同路'));
    await world.#offices();
    await world.#everybody();
    return world;
  }

  inAgency<T>(work: () => Promise<T>): Promise<T> {
    const actor = { kind: 'system', agencyId: this.agencyId, name: 'test' } as const;
    return this.platform.app.get(UnitOfWork).run(actor, work);
  }

  reader(name: string): Reader {
    const found = this.#readers.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }

  childId = (at: number) => toGlobalId('Child', this.children[at] ?? '');
  volunteerId = (at: number) => toGlobalId('Volunteer', this.volunteers[at] ?? '');
  householdId = (at: number) => toGlobalId('Household', this.households[at] ?? '');

  async ask<T = Record<string, unknown>>(who: string, query: string, variables: object = {}): Promise<Answer<T>> {
    const response = await fetch(`${this.platform.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.reader(who).cookie },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** Any mutation of views or of many rows, by its name. */
  async change(who: string, mutation: string, input: object): Promise<Outcome> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const good = mutation.endsWith('View')
      ? 'SavedView { id version query }'
      : 'ListChange { id changed kept reasons { why count } undone }';
    const wrong = /^(undo|remove)/.test(mutation) ? '' : '... on InvalidInput { fields { field code } }';
    const query = `mutation ($i: ${type}!) { outcome: ${mutation}(input: $i) { __typename ... on ${good} ${wrong} } }`;
    const answer = await this.ask<{ outcome: Outcome }>(who, query, { i: input });
    if (!answer.data) return { __typename: codeOf(answer) ?? 'nothing' };
    return answer.data.outcome;
  }

  undo(who: string, { id = '' }: Outcome): Promise<Outcome> {
    return this.change(who, 'undoListChange', { listChangeId: id });
  }

  async officesOf(table: Table, ids: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.read<{ id: string; officeId: string | null }>(`SELECT id, officeId FROM ${table}`);
    return ids.map((id) => rows.find((row) => row.id === id)?.officeId ?? null);
  }

  read<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.platform.app.get(Database).read<Row>(sql, [...parameters]);
  }

  actions(action: string): Promise<number> {
    return this.platform.app.get(Database).repository(AuditEvent).countBy({ agencyId: this.agencyId, action });
  }

  async file(who: string, path: string): Promise<{ status: number; text: string; cells: string[][] }> {
    const headers = { cookie: this.reader(who).cookie };
    const response = await fetch(`${this.platform.address}/files/lists/${path}`, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) return { status: response.status, text: bytes.toString('utf8'), cells: [] };
    const read: unknown = await readXlsx(bytes);
    const sheets = read as readonly { readonly data: readonly unknown[][] }[];
    const cells = (sheets[0]?.data ?? []).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
    return { status: 200, text: JSON.stringify(cells), cells };
  }

  async #offices(): Promise<void> {
    const { agencyId, platform } = this;
    const createdAt = platform.clock.nowIso();
    const rows = OFFICES.map(([id, name, endsOn]) => ({
      ...{ id, agencyId, name, endsOn, createdAt },
      areaCode: null,
      startsOn: '2026-01-01',
    }));
    await this.inAgency(() => platform.app.get(Database).repository(Office).insert(rows));
  }

  async #everybody(): Promise<void> {
    const { app } = this.platform;
    const people = new People(app, this.agencyId, 'lists');
    for (const [name, [role, officeId]] of Object.entries(ROLES)) {
      this.#readers.set(name, await people.join({ name, role, officeId }));
    }
    this.supervisorId = (await people.actor(this.reader('supervisor'))).personId;
    const worker = await people.actor(this.reader('worker'));
    const pairs = new Pairs(app, this.agencyId, this.supervisorId, '139');
    const first = await pairs.addVolunteer('=陪伴者甲', 2, NORTH);
    const companion = { name: 'volunteer', role: 'VOLUNTEER', officeId: NORTH } as const;
    this.#readers.set('volunteer', await people.join(companion, first.personId));
    this.volunteers.push(first.id, (await pairs.addVolunteer('陪伴者乙', 1, SOUTH)).id);
    for (const mark of ['北一', '北二', '北三']) this.children.push(await pairs.addChild(mark, NORTH));
    this.children.push(await pairs.addChild('南一', SOUTH));
    const volunteer = await people.actor(this.reader('volunteer'));
    this.pairId = await pairs.begin(worker, volunteer, this.children[0] as never, '北一');
    const [one, two, three] = this.children;
    this.households = [await this.#family([one, two]), await this.#family([three])];
    const other = new People(app, await addAgency(app, '别处'), 'others');
    this.#readers.set('stranger', await other.join({ name: 'stranger', role: 'DIRECTOR' }));
  }

  async #family(children: readonly (string | undefined)[]): Promise<string> {
    const rows = await this.read<{ id: string; personId: PersonId }>('SELECT id, personId FROM child');
    const members = rows
      .filter(({ id }) => children.includes(id))
      .map(({ personId }) => ({ personId, relation: 'CHILD' as const, isGuardian: false, isCaregiver: false }));
    const writer = this.platform.app.get(HouseholdWriter);
    const [id] = await this.inAgency(() => writer.addAll(this.agencyId, [{ officeId: NORTH, members }]));
    return id ?? '';
  }
}

export const codeOf = (answer: Answer<unknown>) => answer.errors?.[0]?.extensions?.code;
export const officeId = (id: OfficeId) => toGlobalId('Office', id);
