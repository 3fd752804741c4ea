// What the operator sees of jobs that failed for good, and what nobody else does.
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { startTestApp, type TestApp, type TestClient } from './test-app.js';
import { PeopleRepository } from '../people/index.js';
import type { Actor } from '../platform/access/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { hashPassword, Logins } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { DeadLetters, PAYLOAD_KEPT_DAYS } from '../platform/outbox/dead-letters.js';
import { Job, JobWorker, Outbox } from '../platform/outbox/index.js';

const PASSWORD = 'a-long-password';
const LIST = '{ deadLetters { id kind attempts lastError diedAt } }';
const RETRY = `mutation ($id: ID!) { retryDeadLetter(id: $id) { __typename ... on DeadLetter { kind } ... on UserError { code } } }`;
const DAY_MS = 86_400_000;

interface Letter {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly lastError: string;
}

describe('dead letters', () => {
  let platform: TestApp;
  let director: TestClient;
  let agencyId: AgencyId;

  beforeAll(async () => {
    platform = await startTestApp();
    director = platform.client();
    const input = {
      agencyName: '同路',
      directorName: '周岚',
      identifier: 'd@example.org',
      password: PASSWORD,
      locale: 'ZH_CN',
    };
    await director.data('mutation ($i: CreateAgencyInput!) { createAgency(input: $i) { __typename } }', { i: input });
    const [row] = await platform.app.get(Database).source.query<{ id: string }[]>('SELECT id FROM agency');
    agencyId = (row?.id ?? '') as AgencyId;
  });
  afterAll(() => platform.stop());

  const system = (agency = agencyId): Actor => ({ kind: 'system', agencyId: agency, name: 'test' });
  /** A message that nothing could send: its payload has no recipient. */
  const die = async (agency = agencyId): Promise<string> => {
    const work = platform.app.get(UnitOfWork);
    const id = await work.run(system(agency), () =>
      platform.app.get(Outbox).add('message.send', { text: '王小明 13800138000' }),
    );
    await platform.app.get(JobWorker).drain();
    return id ?? '';
  };
  const letters = async () => (await director.data<{ deadLetters: Letter[] }>(LIST)).deadLetters;
  const retry = async (client: TestClient, id: string) =>
    (await client.data<{ retryDeadLetter: Record<string, string> }>(RETRY, { id })).retryDeadLetter;

  async function signedInAs(role: Role): Promise<TestClient> {
    const passwordHash = await hashPassword(PASSWORD);
    const identifier = `${role.toLowerCase()}@example.org`;
    await platform.app.get(UnitOfWork).run(system(), async () => {
      const loginId = await platform.app.get(Logins).create(identifier, passwordHash, 'zh-CN');
      const people = platform.app.get(PeopleRepository);
      const personId = await people.add({ agencyId, name: '某人', loginId });
      await people.assignRole(agencyId, personId, role, '2026-01-01' as LocalDate);
    });
    const client = platform.client();
    await client.signIn(identifier, PASSWORD);
    return client;
  }

  it('are refused to a role without job.read, and the refusal is remembered', async () => {
    const id = await die();
    const worker = await signedInAs('SOCIAL_WORKER');
    expect((await worker.graphql(LIST)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await worker.graphql(RETRY, { id })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const refusals = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'access.refused' });
    expect(refusals.map((event) => event.facts)).toEqual([
      '{"field":"deadLetters","permission":"job.read"}',
      '{"field":"retryDeadLetter","permission":"job.read"}',
    ]);
  });

  it('show what and why, never whom', async () => {
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'message.send', attempts: 1, lastError: 'PAYLOAD_INVALID' });
    expect(JSON.stringify(await letters())).not.toMatch(/王小明|13800138000/);
  });

  it('of another agency are neither listed nor revived', async () => {
    const foreign = await die('01900000-0000-7000-8000-0000000000aa' as AgencyId);
    expect(await letters()).toHaveLength(1);
    const global = Buffer.from(`DeadLetter:${foreign}`).toString('base64url');
    expect(await retry(director, global)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await retry(director, 'nonsense')).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
  });

  it('go back in line on request, audited; a second request finds none', async () => {
    const [letter] = await letters();
    expect(await retry(director, letter?.id ?? '')).toEqual({ __typename: 'DeadLetter', kind: 'message.send' });
    expect(await retry(director, letter?.id ?? '')).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    const [audited] = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'job.retried' });
    expect(audited?.facts).toBe('{"attempts":1,"kind":"message.send","lastError":"PAYLOAD_INVALID"}');
    expect(await platform.app.get(JobWorker).drain()).toBe(1);
    expect(await letters()).toHaveLength(1);
  });

  it('lose their content after seven days, and cannot be revived then', async () => {
    expect(await platform.app.get(DeadLetters).purge()).toBe(0);
    platform.clock.advance((PAYLOAD_KEPT_DAYS + 1) * DAY_MS);
    expect(await platform.app.get(DeadLetters).purge()).toBe(2);
    const rows = await platform.app.get(Database).repository(Job).findBy({ state: 'DEAD' });
    expect(rows.map((row) => row.payloadSealed)).toEqual([null, null]);
    const client = platform.client();
    await client.signIn('d@example.org', PASSWORD);
    const [letter] = (await client.data<{ deadLetters: Letter[] }>(LIST)).deadLetters;
    expect(await retry(client, letter?.id ?? '')).toEqual({
      __typename: 'DeadLetterEmptied',
      code: 'DEAD_LETTER_EMPTIED',
    });
  });
});
