import { Database, UnitOfWork } from '../platform/database/index.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { matchVerify } from './match-verify.js';
import type { Terminal } from './terminal.js';

const LONG = 120_000;
const RUN = `mutation { outcome: runMatch(input: { requestId: "once" }) { ... on MatchRun { id objective } } }`;

let platform: TestApp;
let agency: MatchedAgency;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'verified');
}, LONG);
afterAll(() => platform.stop());

async function verify(...args: string[]): Promise<{ code: number; lines: string }> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const nobody = () => Promise.resolve('');
  const terminal: Terminal = { say: write, complain: write, ask: nobody, askSecret: nobody };
  const code = await matchVerify(args, terminal, platform.environment);
  return { code, lines: lines.join('\n') };
}

describe('match:verify', () => {
  it('refuses what is no id, and says of an unknown run that there is none', async () => {
    expect((await verify()).code).toBe(2);
    expect((await verify('not-an-id')).code).toBe(2);
    expect(await verify('01970000-0000-7000-8000-000000000000')).toMatchObject({ code: 1 });
  });

  it(
    'proves a stored run again, and not one whose store was touched',
    async () => {
      const { outcome } = await agency.worker.data<{ outcome: { id: string; objective: string } }>(RUN);
      const proven = await verify(outcome.id);
      expect(proven).toMatchObject({ code: 0 });
      expect(proven.lines).toContain(`${outcome.objective} = ${outcome.objective}`);
      const actor = { kind: 'system', agencyId: agency.agencyId, name: 'test' } as const;
      await platform.app.get(UnitOfWork).run(actor, async () => {
        const documents = platform.app
          .get(Database)
          .repository<{ id: string; kind: string; body: string }>('MatchRunDocument');
        const [first] = await documents.findBy({ kind: 'SOLUTION' });
        await documents.update({ id: first?.id ?? '' }, { body: `${first?.body.slice(0, -4)}AAAA` });
      });
      await expect(verify(outcome.id)).rejects.toThrow(/cannot be opened/);
    },
    LONG,
  );
});
