// The lists as files, on the engine under test: who gets nothing, what a cell says, and what a statement costs.
import { countStatements } from '../../testing/count-statements.js';
import { ListWorld } from '../../testing/list-world.js';

const LONG = 120_000;
let world: ListWorld;

beforeAll(async () => {
  world = await ListWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

describe('a list as a file is nothing', () => {
  it.each(['volunteer', 'coordinator', 'donor', 'auditor', 'archivist'])(
    'to a %s, and the audit remembers it',
    async (who) => {
      const before = await world.actions('access.refused');
      for (const list of ['children', 'volunteers', 'companionships', 'households', 'staff']) {
        const answer = await world.file(who, `${list}.xlsx`);
        expect(answer.status).toBe(403);
        expect(answer.text).toContain('FORBIDDEN');
        expect(answer.text).not.toMatch(/童|陪伴者/);
      }
      expect(await world.actions('access.refused')).toBe(before + 5);
    },
  );

  it('of another office, or of another agency', async () => {
    const south = await world.file('southern', 'children.xlsx');
    expect(south.cells).toHaveLength(2);
    expect(south.text).toContain('南一');
    expect(south.text).not.toContain('北');
    expect((await world.file('southern', `children.xlsx?q=${encodeURIComponent('北')}`)).cells).toHaveLength(1);
    expect((await world.file('stranger', 'children.xlsx')).cells).toHaveLength(1);
  });

  it('to a visitor, to another site, and of a list that is none', async () => {
    expect((await fetch(`${world.platform.address}/files/lists/children.xlsx`)).status).toBe(401);
    const headers = { cookie: world.reader('worker').cookie, 'sec-fetch-site': 'cross-site' };
    expect((await fetch(`${world.platform.address}/files/lists/children.xlsx`, { headers })).status).toBe(403);
    expect((await world.file('worker', 'persons.xlsx')).status).toBe(404);
    expect((await world.file('worker', 'staff.xlsx')).status).toBe(403);
  });
});

describe('a list as a file', () => {
  it('holds the rows and columns of the address, in words, each name in the audit', async () => {
    const listed = await world.actions('child.listed');
    const answer = await world.file('worker', 'children.xlsx?waiting=true&cols=name,languages&q=');
    expect(answer.cells[0]).toEqual(['姓名', '化名', '会说的话']);
    expect(answer.cells).toHaveLength(3);
    expect(answer.text).not.toContain('北一');
    expect(await world.actions('list.exported')).toBeGreaterThan(0);
    expect(await world.actions('child.listed')).toBe(listed + 1);
    expect((await world.file('worker', 'children.xlsx?lang=en')).cells[0]?.[0]).toBe('Name');
  });

  it('runs nothing where it is opened, and tells no one but a director what a check has found (H8)', async () => {
    const { cells } = await world.file('worker', 'volunteers.xlsx?cols=name,standing');
    expect(cells.map(([name]) => name)).toContain("'=陪伴者甲");
    expect(JSON.stringify(cells)).not.toMatch(/HIT|CLEAR/);
  });

  it('tells of pairs and of colleagues to whoever reads those lists', async () => {
    expect((await world.file('worker', 'companionships.xlsx')).text).toContain('正在陪伴');
    expect((await world.file('southern', 'companionships.xlsx')).cells).toHaveLength(1);
    expect((await world.file('worker', 'households.xlsx?cols=number,children')).cells).toEqual([
      ['家庭编号', '孩子'],
      ['0001', '童北一、童北二'],
      ['0002', '童北三'],
    ]);
    expect((await world.file('director', 'staff.xlsx?when=NOW')).text).toContain('督导者（全机构）');
  });

  it('costs the same number of statements however many rows it has', async () => {
    const cost = async (path: string) =>
      (await countStatements(world.platform.app, () => world.file('everywhere', path))).statements.filter((sql) =>
        /^SELECT/.test(sql),
      ).length;
    const four = await cost('children.xlsx');
    const three = await cost(`children.xlsx?q=${encodeURIComponent('北')}`);
    expect(await cost(`children.xlsx?q=${encodeURIComponent('北一')}`)).toBe(three);
    expect(four).toBeLessThan(40);
  });
});
