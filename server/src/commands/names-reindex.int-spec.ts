// The operator's door to the search by name: what was lost of it comes back.
import { Database, UnitOfWork } from '../platform/database/index.js';
import { addAgency, addPerson } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { namesReindex } from './names-reindex.js';
import type { Terminal } from './terminal.js';

interface Token {
  readonly token: string;
  readonly place: number;
  readonly personId: string;
}

let platform: TestApp;
beforeAll(async () => {
  platform = await startTestApp();
});
afterAll(() => platform.stop());

async function reindex(...args: string[]): Promise<{ code: number; lines: string }> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const nobody = () => Promise.resolve('');
  const terminal: Terminal = { say: write, complain: write, ask: nobody, askSecret: nobody };
  const code = await namesReindex(args, terminal, platform.environment, platform.clock);
  return { code, lines: lines.join('\n') };
}

describe('names:reindex', () => {
  it('refuses what it does not understand', async () => {
    expect(await reindex('everybody')).toMatchObject({ code: 2 });
  });

  it('writes the same tokens again, whatever stood there', async () => {
    const agencyId = await addAgency(platform.app, 'reindexed');
    for (const name of ['欧阳𬭎', '王小明']) await addPerson(platform.app, agencyId, { name, roles: [] });
    const tokens = platform.app.get(Database).repository<Token>('NameToken');
    const order = { token: 'ASC', personId: 'ASC' } as const;
    const before = await tokens.find({ order });
    expect(before.length).toBeGreaterThan(25);
    await platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
      const [lost, strange] = before;
      await platform.app
        .get(Database)
        .repository<Token>('NameToken')
        .delete({ token: lost?.token ?? '' });
      await platform.app
        .get(Database)
        .repository<Token>('NameToken')
        .update({ token: strange?.token ?? '' }, { place: 2 });
    });
    expect(await tokens.find({ order })).not.toEqual(before);
    const { code, lines } = await reindex();
    expect({ code, lines }).toEqual({ code: 0, lines: expect.stringContaining('2') as unknown });
    expect(await tokens.find({ order })).toEqual(before);
  });
});
