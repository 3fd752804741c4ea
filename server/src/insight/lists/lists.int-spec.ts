// The frame of every list, through GraphQL and as a file, on the engine under test: who gets nothing, what is kept, what
// is taken back, and what a statement costs.
import readXlsx from 'read-excel-file/node';
import type { AgencyId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { Office } from '../../people/index.js';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { countStatements } from '../../testing/count-statements.js';
import { Pairs } from '../../testing/disclosure/pairs.js';
import { People, type Reader } from '../../testing/disclosure/people.js';
import { addAgency } from '../../testing/staff.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { SavedView } from './saved-view.entity.js';

const LONG = 120_000;
const NORTH = '01900001-0000-7000-8000-000000000000' as OfficeId;
const SOUTH = '01900002-0000-7000-8000-000000000000' as OfficeId;
const CLOSED = '01900003-0000-7000-8000-000000000000' as OfficeId;
const ROLES = {
  worker: ['SOCIAL_WORKER', NORTH],
  southern: ['SOCIAL_WORKER', SOUTH],
  everywhere: ['SOCIAL_WORKER', undefined],
  supervisor: ['SUPERVISOR', undefined],
  director: ['DIRECTOR', undefined],
  auditor: ['AUDITOR', undefined],
  archivist: ['ARCHIVIST', undefined],
  coordinator: ['CSR_COORDINATOR', undefined],
  donor: ['DONOR', undefined],
} as const;

let platform: TestApp;
let agencyId: AgencyId;
let supervisorId: PersonId;
const readers = new Map<string, Reader>();
const children: string[] = [];
const volunteers: string[] = [];

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await addAgency(app, '同路');
  for (const [id, name, endsOn] of [
    [NORTH, '北站', null],
    [SOUTH, '南站', null],
    [CLOSED, '旧站', '2026-03-01'],
  ] as const) {
    const office = {
      id,
      agencyId,
      name,
      areaCode: null,
      startsOn: '2026-01-01',
      endsOn,
      createdAt: platform.clock.nowIso(),
    };
    await inAgency(() => app.get(Database).repository(Office).insert(office));
  }
  const people = new People(app, agencyId, 'lists');
  for (const [name, [role, officeId]] of Object.entries(ROLES)) {
    readers.set(name, await people.join({ name, role, officeId }));
  }
  supervisorId = (await people.actor(reader('supervisor'))).personId;
  const worker = await people.actor(reader('worker'));
  const pairs = new Pairs(app, agencyId, supervisorId, '139');
  const first = await pairs.addVolunteer('=陪伴者甲', 2, NORTH);
  readers.set(
    'volunteer',
    await people.join({ name: 'volunteer', role: 'VOLUNTEER', officeId: NORTH }, first.personId),
  );
  volunteers.push(first.id, (await pairs.addVolunteer('陪伴者乙', 1, SOUTH)).id);
  for (const mark of ['北一', '北二', '北三']) children.push(await pairs.addChild(mark, NORTH));
  children.push(await pairs.addChild('南一', SOUTH));
  await pairs.begin(worker, await people.actor(reader('volunteer')), children[0] as never, '北一');
  const other = new People(app, await addAgency(app, '别处'), 'others');
  readers.set('stranger', await other.join({ name: 'stranger', role: 'DIRECTOR' }));
}, LONG);
afterAll(() => platform.stop());

const inAgency = <T>(work: () => Promise<T>): Promise<T> =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
function reader(name: string): Reader {
  const found = readers.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}
const childId = (at: number) => toGlobalId('Child', children[at] ?? '');
const volunteerId = (at: number) => toGlobalId('Volunteer', volunteers[at] ?? '');
const office = (id: OfficeId) => toGlobalId('Office', id);

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}
async function ask<T = Record<string, unknown>>(
  who: string,
  query: string,
  variables: object = {},
): Promise<Answer<T>> {
  const response = await fetch(`${platform.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: reader(who).cookie },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<T>;
}
const codeOf = (answer: Answer<unknown>) => answer.errors?.[0]?.extensions?.code;

interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly changed?: number;
  readonly kept?: number;
  readonly version?: number;
  readonly query?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}
async function change(who: string, mutation: string, input: object): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const good = mutation.endsWith('View') ? 'SavedView { id version query }' : 'ListChange { id changed kept undone }';
  const wrong = /^(undo|remove)/.test(mutation) ? '' : '... on InvalidInput { fields { field code } }';
  const query = `mutation ($i: ${type}!) { outcome: ${mutation}(input: $i) { __typename ... on ${good} ${wrong} } }`;
  const answer = await ask<{ outcome: Outcome }>(who, query, { i: input });
  if (!answer.data) return { __typename: codeOf(answer) ?? 'nothing' };
  return answer.data.outcome;
}
async function officesOf(ids: readonly string[]): Promise<(string | null)[]> {
  const rows = await platform.app
    .get(Database)
    .read<{ id: string; officeId: string | null }>('SELECT id, officeId FROM child', []);
  return ids.map((id) => rows.find((row) => row.id === id)?.officeId ?? null);
}
const actions = (action: string) => platform.app.get(Database).repository(AuditEvent).countBy({ agencyId, action });

async function file(who: string, path: string): Promise<{ status: number; text: string; cells: string[][] }> {
  const response = await fetch(`${platform.address}/files/lists/${path}`, { headers: { cookie: reader(who).cookie } });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) return { status: response.status, text: bytes.toString('utf8'), cells: [] };
  const read: unknown = await readXlsx(bytes);
  const sheets = read as readonly { readonly data: readonly unknown[][] }[];
  const cells = (sheets[0]?.data ?? []).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
  return { status: 200, text: JSON.stringify(cells), cells };
}

describe('a list as a file is nothing', () => {
  it.each(['volunteer', 'coordinator', 'donor', 'auditor', 'archivist'])(
    'to a %s, and the audit remembers it',
    async (who) => {
      const before = await actions('access.refused');
      for (const list of ['children', 'volunteers', 'companionships', 'households', 'staff']) {
        const answer = await file(who, `${list}.xlsx`);
        expect(answer.status).toBe(403);
        expect(answer.text).toContain('FORBIDDEN');
        expect(answer.text).not.toMatch(/童|陪伴者/);
      }
      expect(await actions('access.refused')).toBe(before + 5);
    },
  );

  it('of another office, or of another agency', async () => {
    const south = await file('southern', 'children.xlsx');
    expect(south.cells).toHaveLength(2);
    expect(south.text).toContain('南一');
    expect(south.text).not.toContain('北');
    expect((await file('southern', `children.xlsx?q=${encodeURIComponent('北')}`)).cells).toHaveLength(1);
    expect((await file('stranger', 'children.xlsx')).cells).toHaveLength(1);
  });

  it('to a visitor, to another site, and of a list that is none', async () => {
    expect((await fetch(`${platform.address}/files/lists/children.xlsx`)).status).toBe(401);
    const headers = { cookie: reader('worker').cookie, 'sec-fetch-site': 'cross-site' };
    expect((await fetch(`${platform.address}/files/lists/children.xlsx`, { headers })).status).toBe(403);
    expect((await file('worker', 'persons.xlsx')).status).toBe(404);
    expect((await file('worker', 'staff.xlsx')).status).toBe(403);
  });
});

describe('a list as a file', () => {
  it('holds the rows and columns of the address, in words, each name in the audit', async () => {
    const listed = await actions('child.listed');
    const answer = await file('worker', 'children.xlsx?waiting=true&cols=name,languages&q=');
    expect(answer.cells[0]).toEqual(['姓名', '化名', '会说的话']);
    expect(answer.cells).toHaveLength(3);
    expect(answer.text).not.toContain('北一');
    expect(await actions('list.exported')).toBeGreaterThan(0);
    expect(await actions('child.listed')).toBe(listed + 1);
    expect((await file('worker', 'children.xlsx?lang=en')).cells[0]?.[0]).toBe('Name');
  });

  it('runs nothing where it is opened, and tells no one but a director what a check has found (H8)', async () => {
    const { cells } = await file('worker', 'volunteers.xlsx?cols=name,standing');
    expect(cells.map(([name]) => name)).toContain("'=陪伴者甲");
    expect(JSON.stringify(cells)).not.toMatch(/HIT|CLEAR/);
  });

  it('tells of pairs and of colleagues to whoever reads those lists', async () => {
    expect((await file('worker', 'companionships.xlsx')).text).toContain('正在陪伴');
    expect((await file('southern', 'companionships.xlsx')).cells).toHaveLength(1);
    expect((await file('worker', 'households.xlsx?cols=number,children')).cells).toEqual([['家庭编号', '孩子']]);
    expect((await file('director', 'staff.xlsx?when=NOW')).text).toContain('督导者（全机构）');
  });

  it('costs the same number of statements however many rows it has', async () => {
    const cost = async (path: string) =>
      (await countStatements(platform.app, () => file('everywhere', path))).statements.filter((sql) =>
        /^SELECT/.test(sql),
      ).length;
    const four = await cost('children.xlsx');
    expect(await cost(`children.xlsx?q=${encodeURIComponent('北一')}`)).toBeLessThanOrEqual(four + 4);
    expect(four).toBeLessThan(40);
  });
});

describe('moving many to another office', () => {
  it.each(['volunteer', 'donor', 'auditor', 'archivist', 'coordinator'])('is not for a %s', async (who) => {
    const input = { childIds: [childId(1)], officeId: office(SOUTH), requestId: `no-${who}` };
    expect((await change(who, 'moveChildren', input)).__typename).toBe('FORBIDDEN');
  });

  it('is refused as a whole where one of them is another office’s, unknown, or the office is closed', async () => {
    const move = (childIds: string[], officeId: string) =>
      change('worker', 'moveChildren', { childIds, officeId, requestId: `x${childIds.length}${officeId}` });
    expect((await move([childId(1), childId(3)], office(SOUTH))).__typename).toBe('NotFound');
    expect((await move([childId(1), toGlobalId('Child', NORTH)], office(SOUTH))).__typename).toBe('NotFound');
    expect((await move([childId(1)], office(CLOSED))).__typename).toBe('NotFound');
    expect((await move([], office(SOUTH))).fields).toEqual([{ field: 'filters', code: 'REQUIRED' }]);
    expect(await officesOf(children)).toEqual([NORTH, NORTH, NORTH, SOUTH]);
  });

  it('leaves a child whose companion’s worker would not see the pair any more, and is taken back by who did it', async () => {
    const input = { childIds: [childId(0), childId(1), childId(2)], officeId: office(SOUTH), requestId: 'three' };
    const moved = await change('worker', 'moveChildren', input);
    expect(moved).toMatchObject({ __typename: 'ListChange', changed: 2, kept: 1 });
    expect(await officesOf(children)).toEqual([NORTH, SOUTH, SOUTH, SOUTH]);
    expect(await change('worker', 'moveChildren', input)).toMatchObject({ id: moved.id, changed: 2 });
    const undo = { listChangeId: moved.id ?? '' };
    for (const who of ['southern', 'director', 'stranger']) {
      expect((await change(who, 'undoListChange', undo)).__typename).toBe('NotFound');
    }
    expect(await change('worker', 'undoListChange', undo)).toMatchObject({ changed: 2, kept: 0 });
    expect(await officesOf(children)).toEqual([NORTH, NORTH, NORTH, SOUTH]);
    expect(await actions('child.moved')).toBe(1);
    expect(await actions('listChange.undone')).toBe(1);
  });

  it('takes all that the filters find, and puts nothing back over what somebody changed since', async () => {
    const input = { childIds: [], filters: 'waiting=true', officeId: office(SOUTH), requestId: 'all waiting' };
    const moved = await change('worker', 'moveChildren', input);
    expect(moved).toMatchObject({ changed: 2, kept: 0 });
    const one = { childIds: [childId(1)], requestId: 'to all' };
    expect(await change('southern', 'moveChildren', one)).toMatchObject({ changed: 1 });
    const undone = await change('worker', 'undoListChange', { listChangeId: moved.id ?? '' });
    expect(undone).toMatchObject({ changed: 1, kept: 1 });
    expect(await officesOf(children)).toEqual([NORTH, null, NORTH, SOUTH]);
    await change('worker', 'moveChildren', { ...one, officeId: office(NORTH), requestId: 'home' });
  });

  it('gives volunteers a supervisor who supervises, and nobody else', async () => {
    const to = async (personId: string) =>
      (
        await platform.app
          .get(Database)
          .read<{ personId: string }>('SELECT personId FROM volunteer WHERE id = ?', [personId])
      )[0];
    const assign = (personId: string, requestId: string) =>
      change('everywhere', 'assignSupervisor', { volunteerIds: [volunteerId(0), volunteerId(1)], personId, requestId });
    const volunteer = await to(volunteers[1] ?? '');
    expect((await assign(toGlobalId('Person', volunteer?.personId ?? ''), 's0')).__typename).toBe('NotFound');
    const choices = await ask<{ supervisorChoices: { personId: string }[] }>(
      'worker',
      '{ supervisorChoices { personId name } }',
    );
    expect(choices.data?.supervisorChoices.map(({ personId }) => personId)).toEqual([
      toGlobalId('Person', supervisorId),
    ]);
    const done = await assign(toGlobalId('Person', supervisorId), 's1');
    expect(done.__typename).toBe('ListChange');
    expect((await change('everywhere', 'undoListChange', { listChangeId: done.id ?? '' })).changed).toBe(done.changed);
  });
});

describe('a saved view', () => {
  const save = (who: string, name: string, shared = false, query = 'waiting=true&q=王小明&cols=name,needs') =>
    change(who, 'saveView', { list: 'CHILDREN', name, query, shared });
  const names = async (who: string) => {
    const query = '{ savedViews(list: CHILDREN) { name mine query } }';
    return (await ask<{ savedViews: { name: string; mine: boolean; query: string }[] }>(who, query)).data?.savedViews;
  };

  it.each(['volunteer', 'donor', 'auditor', 'coordinator'])('is nothing that a %s has', async (who) => {
    expect(codeOf(await ask(who, '{ savedViews(list: CHILDREN) { name } }'))).toBe('FORBIDDEN');
    expect((await save(who, '我的')).__typename).toBe('FORBIDDEN');
  });

  it('keeps filters and columns, and never whom somebody looked for', async () => {
    expect(await save('worker', '在等的')).toMatchObject({ query: 'waiting=true&cols=name%2Cneeds' });
    const stored = await platform.app.get(Database).repository(SavedView).find();
    expect(JSON.stringify(stored)).not.toContain('王小明');
  });

  it('is its owner’s alone until it is shared, and theirs alone to change', async () => {
    expect(await names('southern')).toEqual([]);
    const mine = await save('worker', '大家用的', true);
    expect(await names('southern')).toEqual([
      { name: '大家用的', mine: false, query: 'waiting=true&cols=name%2Cneeds' },
    ]);
    expect(await names('stranger')).toEqual([]);
    const input = { savedViewId: mine.id, version: 1, name: '改了', query: '', shared: true };
    expect((await change('southern', 'changeView', input)).__typename).toBe('NotFound');
    expect((await change('southern', 'removeView', { savedViewId: mine.id, version: 1 })).__typename).toBe('NotFound');
    expect(await change('worker', 'changeView', input)).toMatchObject({ version: 2, query: '' });
    expect((await change('worker', 'changeView', input)).__typename).toBe('StaleVersion');
    expect((await change('worker', 'removeView', { savedViewId: mine.id, version: 2 })).__typename).toBe('SavedView');
    expect(await names('southern')).toEqual([]);
  });

  it('has a name that its owner does not use twice', async () => {
    expect((await save('worker', ' ')).fields).toEqual([{ field: 'name', code: 'REQUIRED' }]);
    expect((await save('worker', '在等的')).fields).toEqual([{ field: 'name', code: 'TAKEN' }]);
    expect((await save('worker', '长'.repeat(61))).fields).toEqual([{ field: 'name', code: 'TOO_LONG' }]);
  });
});
