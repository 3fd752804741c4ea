// The audit against the anchor outside the database, through the doors that operators use.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditAnchor, AuditEvent, AuditHead, AuditTrail, hashOf } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { addAgency } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { auditVerify } from './audit-verify.js';
import type { Terminal } from './terminal.js';

let platform: TestApp;
let agencyId: AgencyId;
const ROWS = 25;
beforeEach(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'audited');
  await record(ROWS);
  await anchor().flush();
});
afterEach(() => platform.stop());

const containing = (text: string): unknown => expect.stringContaining(text);
const anchor = () => platform.app.get(AuditAnchor);
const system = () => ({ kind: 'system', agencyId, name: 'test' }) as const;
const events = () => platform.app.get(Database).repository(AuditEvent);
const heads = () => platform.app.get(Database).repository(AuditHead);
/** As somebody would who has the database in their hands. */
const tamper = (work: () => Promise<unknown>) => platform.app.get(UnitOfWork).run(system(), work);

async function record(times: number, action = 'setting.changed'): Promise<void> {
  for (let time = 0; time < times; time++) {
    await platform.app.get(UnitOfWork).run(system(), () => {
      platform.app.get(AuditTrail).record({ action, subjectType: 'AgencySetting' });
      return Promise.resolve();
    });
  }
}

async function verify(...args: string[]): Promise<{ code: number; lines: string }> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const nobody = () => Promise.resolve('');
  const terminal: Terminal = { say: write, complain: write, ask: nobody, askSecret: nobody };
  return { code: await auditVerify(args, terminal, platform.environment, platform.clock), lines: lines.join('\n') };
}

describe('audit:verify', () => {
  it('refuses what it does not understand, and says of an unknown agency that there is none', async () => {
    expect((await verify('--everything')).code).toBe(2);
    expect((await verify('--agency', 'not-an-id')).code).toBe(2);
    expect((await verify('--agency', '01970000-0000-7000-8000-000000000000')).code).toBe(1);
  });

  it('says that a whole audit is whole, how long it is, and up to where it is anchored', async () => {
    const { code, lines } = await verify('--agency', agencyId);
    expect({ code, lines }).toMatchObject({ code: 0, lines: containing('whole') });
    expect(lines).toContain(`anchored outside up to row ${ROWS}`);
  });

  it('finds an end that was cut off with its head put back', async () => {
    await tamper(async () => {
      const last = await events().findOneByOrFail({ agencyId, sequence: ROWS - 3 });
      await events().createQueryBuilder().delete().where('sequence > :last', { last: last.sequence }).execute();
      await heads().update({ agencyId }, { sequence: last.sequence, hash: last.hash });
    });
    expect(await verify()).toMatchObject({ code: 1, lines: containing(`row ${ROWS - 2} is not`) });
  });

  it('finds a chain written anew with hashes that are right', async () => {
    await tamper(async () => {
      const links = await events().find({ where: { agencyId }, order: { sequence: 'ASC' } });
      let previousHash = links[0]?.previousHash ?? '';
      for (const link of links) {
        const changed = { ...link, action: 'password.changed', previousHash };
        previousHash = hashOf(changed);
        await events().update({ id: link.id }, { ...changed, hash: previousHash });
      }
      await heads().update({ agencyId }, { hash: previousHash });
    });
    expect(await verify()).toMatchObject({ code: 1, lines: containing('anchored') });
  });

  it('finds an agency of which nothing is left', async () => {
    await tamper(async () => {
      await events().delete({ agencyId });
      await heads().delete({ agencyId });
    });
    expect(await verify()).toMatchObject({ code: 1, lines: containing('row 1 is not') });
  });

  it('remembers what a start found: rows that a crash left unanchored, and a chain cut while nobody looked', async () => {
    await record(2);
    const [file = ''] = readdirSync(folder());
    const whole = readFileSync(join(folder(), file), 'utf8');
    await anchor().flush();
    // As if the process had died before the interval was over: the file never got the line.
    writeFileSync(join(folder(), file), whole);
    await anchor().begin();
    expect(await verify()).toMatchObject({ code: 0, lines: containing('anchored late') });
    await tamper(async () => {
      const last = await events().findOneByOrFail({ agencyId, sequence: 10 });
      await events().createQueryBuilder().delete().where('sequence > 10').execute();
      await heads().update({ agencyId }, { sequence: 10, hash: last.hash });
    });
    await anchor().begin();
    await record(30, 'password.changed');
    await anchor().flush();
    expect(await verify()).toMatchObject({ code: 1 });
  });

  it('takes a restored backup for one, and says so', async () => {
    await tamper(async () => {
      const last = await events().findOneByOrFail({ agencyId, sequence: 10 });
      await events().createQueryBuilder().delete().where('sequence > 10').execute();
      await heads().update({ agencyId }, { sequence: 10, hash: last.hash });
    });
    await anchor().restored();
    await record(5);
    await anchor().flush();
    expect(await verify()).toMatchObject({ code: 0, lines: containing('a backup was restored') });
  });
});

const folder = () => join(platform.environment['DATA_DIR'] ?? '', 'anchor');
