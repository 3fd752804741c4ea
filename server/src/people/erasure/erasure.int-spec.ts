// Erasing people, on the engine under test: who may not, what stands against it, what is left, and what a restore brings back.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Login } from '../../platform/auth/index.js';
import { readConfig } from '../../platform/config/index.js';
import { Cipher, KeyDestroyed } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { KeyStore, Resealing } from '../../platform/keys/index.js';
import { Job, JobWorker } from '../../platform/outbox/index.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../../testing/matched-agency.js';
import { addAgency, addPerson } from '../../testing/staff.js';
import { createApp, startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Person } from '../person.entity.js';
import { PeopleRepository } from '../people.repository.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';
import { TombstoneReplay } from './tombstone-replay.js';

const LONG = 120_000;
const ERASE = `mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename
  ... on PersonErased { personId erasedAt } ... on ErasureHeld { holds } ... on UserError { code } } }`;
const VOLUNTEERS = '{ volunteers(first: 200) { totalCount edges { node { id personId name phone erased } } } }';

interface Listed {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
}
type Outcome = Record<string, unknown> & { readonly __typename: string };

let platform: TestApp;
let agency: MatchedAgency;
let everyone: readonly Listed[];

const erase = async (client: TestClient, personId: string, reason = 'OWN_REQUEST'): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(ERASE, { i: { personId, reason, requestId: `r-${personId}` } })).outcome;
const list = async () => {
  const { volunteers } = await agency.director.data<{
    volunteers: { totalCount: number; edges: { node: Listed }[] };
  }>(VOLUNTEERS);
  return { total: volunteers.totalCount, nodes: volunteers.edges.map(({ node }) => node) };
};
const rowOf = (personId: string) =>
  platform.app
    .get(Database)
    .repository(Person)
    .findOneByOrFail({ id: idOf(personId) });
const idOf = (personId: string) => fromGlobalId('Person', personId) ?? '';
const at = (index: number): Listed => {
  const one = everyone[index];
  if (!one) throw new Error('too few volunteers');
  return one;
};
const write = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, work);

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'erasing');
  everyone = (await list()).nodes;
}, LONG);
afterAll(() => platform.stop());

describe('erasing a person is refused', () => {
  it('to social workers and supervisors, and the refusal is remembered', async () => {
    for (const client of [agency.worker, agency.supervisor]) {
      const answer = await client.graphql(ERASE, {
        i: { personId: at(0).personId, reason: 'OWN_REQUEST', requestId: 'r' },
      });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    const remembered = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .countBy({ agencyId: agency.agencyId, action: 'access.refused' });
    expect(remembered).toBe(2);
  });

  it('for a person of another agency exactly as for nobody', async () => {
    const elsewhere = await addAgency(platform.app, '别处');
    const stranger = await addPerson(platform.app, elsewhere, { name: '别家的人', roles: ['VOLUNTEER'] });
    const missing = await erase(agency.director, toGlobalId('Person', '01900000-0000-7000-8000-0000000000ff'));
    expect(missing).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await erase(agency.director, toGlobalId('Person', stranger))).toEqual(missing);
    expect(await erase(agency.director, 'nonsense')).toEqual(missing);
  });

  it('while a companionship stands', async () => {
    const pair = await acceptOne();
    expect(await erase(agency.director, pair.volunteer)).toEqual({
      __typename: 'ErasureHeld',
      code: 'ERASURE_HELD',
      holds: ['COMPANIONSHIP_STANDS'],
    });
    expect(await erase(agency.director, pair.child)).toMatchObject({ holds: ['COMPANIONSHIP_STANDS'] });
    expect((await rowOf(pair.volunteer)).erasedAt).toBeNull();
  });

  it('while a stop or a hit must go on standing, with every reason', async () => {
    const stopped = await acceptOne();
    await write(() =>
      platform.app
        .get(Database)
        .repository(Volunteer)
        .update({ personId: idOf(stopped.volunteer) }, { stoppedSince: '2026-11-01' }),
    );
    const held = await erase(agency.director, stopped.volunteer);
    expect([...(held['holds'] as string[])].sort()).toEqual(['COMPANIONSHIP_STANDS', 'SAFETY_STOP']);
    const refusals = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .countBy({ agencyId: agency.agencyId, action: 'person.eraseRefused' });
    expect(refusals).toBe(3);
  });

  it('to whoever would erase themselves', async () => {
    const people = platform.app.get(Database).repository(Person);
    const all = await people.findBy({ agencyId: agency.agencyId });
    const names = await platform.app.get(PeopleRepository).byIds(
      agency.agencyId,
      all.map(({ id }) => id),
    );
    const director = [...names.values()].find(({ name }) => name === 'director');
    expect(await erase(agency.director, toGlobalId('Person', director?.id ?? ''))).toMatchObject({
      holds: ['OWN_ACCOUNT'],
    });
  });
});

describe('an erased person', () => {
  let erased: Listed;
  let before: { person: Person; login: Login; keys: readonly KeyRow[] };
  let client: TestClient;

  beforeAll(async () => {
    erased = await someoneFree();
    client = await signInVolunteer(platform, agency.agencyId, idOf(erased.personId), erased.phone);
    const person = await rowOf(erased.personId);
    const login = await platform.app
      .get(Database)
      .repository(Login)
      .findOneByOrFail({ id: person.loginId ?? '' });
    const keys = await keyRows([person.id, login.id]);
    before = { person, login, keys };
    expect(keys.map(({ wrapped }) => wrapped)).not.toContain(null);
    await platform.app.get(Cipher).loadKeys([person.nameSealed]);
    expect(await erase(agency.director, erased.personId)).toMatchObject({ __typename: 'PersonErased' });
  }, LONG);

  it('is on no list, and counted by none', async () => {
    const { total, nodes } = await list();
    expect(total).toBe(everyone.length - 1);
    expect(nodes.map(({ id }) => id)).not.toContain(erased.id);
    const again = await platform.app.get(PeopleRepository).idsByPhone(agency.agencyId, [erased.phone]);
    expect(again.size).toBe(0);
  });

  it('shows as erased where something else points at them', async () => {
    const query = 'query ($id: ID!) { volunteer(id: $id) { name phone erased birthDate skills } }';
    const { volunteer } = await agency.worker.data<{ volunteer: object }>(query, { id: erased.id });
    expect(volunteer).toEqual({ name: '—', phone: null, erased: true, birthDate: null, skills: [] });
  });

  it('is signed out at once and cannot sign in', async () => {
    const own = await client.data<{ viewer: unknown }>('{ viewer { name } }');
    expect(own.viewer).toBeNull();
    expect(await platform.client().signIn(erased.phone, 'a-long-test-password')).toBe('SignInFailed');
  });

  it('is erased once: asking again answers the same', async () => {
    const row = await rowOf(erased.personId);
    expect(await erase(agency.director, erased.personId, 'PURPOSE_ENDED')).toEqual({
      __typename: 'PersonErased',
      personId: erased.personId,
      erasedAt: row.erasedAt,
    });
    const audited = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'person.erased' });
    expect(audited.map(({ facts }) => facts)).toEqual([`{"reason":"OWN_REQUEST","request":"r-${erased.personId}"}`]);
  });

  it('loses the key once the job has run, and the ledger knows', async () => {
    expect((await keyRows([before.person.id])).map(({ wrapped }) => wrapped)).not.toContain(null);
    await platform.app.get(JobWorker).drain();
    const keys = await keyRows([before.person.id, before.login.id]);
    expect(keys.map(({ wrapped }) => wrapped)).toEqual([null, null]);
    const cipher = platform.app.get(Cipher);
    await cipher.loadKeys([before.person.nameSealed]);
    expect(() => cipher.open(before.person.nameSealed, `person.name.${before.person.id}`)).toThrow(KeyDestroyed);
    const ledger = readFileSync(ledgerFile(), 'utf8');
    expect(ledger).toContain(before.person.id);
    expect(ledger).not.toContain(erased.name);
  });

  it('comes back with a restored backup of rows and keys, and is erased again', async () => {
    await restoreKeys(before.keys);
    await write(async () => {
      await platform.app.get(Database).repository(Login).update({ id: before.login.id }, before.login);
      await platform.app.get(Database).repository(Person).update({ id: before.person.id }, before.person);
    });
    const cipher = platform.app.get(Cipher);
    cipher.forget(before.person.id);
    expect((await platform.app.get(PeopleRepository).byIds(agency.agencyId, [before.person.id])).size).toBe(1);

    const replay = platform.app.get(TombstoneReplay);
    expect(await replay.replayTombstones()).toEqual({ people: 1, logins: 0 });
    expect(await replay.replayTombstones()).toEqual({ people: 0, logins: 0 });
    const row = await rowOf(erased.personId);
    expect(row).toMatchObject({ nameSealed: 'erased', phoneSealed: null, phoneIndex: null, loginId: null });
    const login = await platform.app.get(Database).repository(Login).findOneByOrFail({ id: before.login.id });
    expect(login.identifierSealed).toBe('erased');
    expect((await keyRows([before.person.id])).map(({ wrapped }) => wrapped)).toEqual([null]);
  });

  it('keeps a server from starting beside a key store that does not belong to the rows', async () => {
    const empty = platform.environment['DATABASE_URL']?.startsWith('sqlite:')
      ? `sqlite:${join(platform.environment['DATA_DIR'] ?? '', 'strange.db')}`
      : `${platform.environment['DATABASE_URL']}_strange_keys`;
    const environment = { ...platform.environment, KEY_STORE_URL: empty };
    await expect(createApp(readConfig(environment), platform.clock)).rejects.toThrow('belongs to another one');
    if (!empty.startsWith('sqlite:')) await onKeyStore(`DROP DATABASE ${new URL(empty).pathname.slice(1)}`);
  });

  it('is not erased by a line that somebody else wrote into the ledger', async () => {
    const victim = at(10);
    const line = { subject: idOf(victim.personId), scope: agency.agencyId, destroyedAt: '2026-11-22T02:00:00.000Z' };
    appendFileSync(ledgerFile(), `${JSON.stringify({ ...line, mac: 'A'.repeat(43) })}\n{"half`);
    expect(await platform.app.get(TombstoneReplay).replayTombstones()).toEqual({ people: 0, logins: 0 });
    expect((await rowOf(victim.personId)).erasedAt).toBeNull();
  });
});

describe('an erased child', () => {
  it('leaves no word of family, school or wishes, and no index to be found by', async () => {
    const query = '{ children(first: 200) { totalCount edges { node { id personId name } } } }';
    const load = async () =>
      (await agency.director.data<{ children: { totalCount: number; edges: { node: Listed }[] } }>(query)).children;
    const { totalCount, edges } = await load();
    const held = await platform.app
      .get(Database)
      .manager.query<{ childId: string }[]>('SELECT childId FROM companionship');
    const taken = new Set(held.map(({ childId }) => childId));
    const child = edges.map(({ node }) => node).find(({ id }) => !taken.has(fromGlobalId('Child', id) ?? ''));
    expect(await erase(agency.director, child?.personId ?? '', 'PURPOSE_ENDED')).toMatchObject({
      __typename: 'PersonErased',
    });
    expect((await load()).totalCount).toBe(totalCount - 1);
    const [row] = await platform.app
      .get(Database)
      .manager.query<object[]>('SELECT * FROM child WHERE id = ?', [fromGlobalId('Child', child?.id ?? '')]);
    expect(row).toMatchObject({
      schoolSealed: null,
      guardianNameSealed: null,
      guardianPhoneSealed: null,
      guardianRelationSealed: null,
      areaCode: null,
      needs: '[]',
    });
  });
});

describe('texts from before there were data keys', () => {
  it('still open, and move to data keys while the server runs', async () => {
    const { app } = platform;
    const cipher = app.get(Cipher);
    const [one, two] = [at(20), at(21)];
    await write(async () => {
      for (const { personId, name } of [one, two]) {
        const id = idOf(personId);
        await app
          .get(Database)
          .repository(Person)
          .update({ id }, { nameSealed: cipher.seal(name, `person.name.${id}`) });
      }
    });
    expect((await list()).nodes.find(({ id }) => id === one.id)?.name).toBe(one.name);
    expect(await app.get(Resealing).run()).toBe(2);
    expect(await app.get(Resealing).run()).toBe(0);
    expect((await rowOf(one.personId)).nameSealed).toMatch(new RegExp(`^v2\\.${idOf(one.personId)}\\.`));
    expect((await list()).nodes.find(({ id }) => id === two.id)?.name).toBe(two.name);
    const job = await app.get(Database).repository(Job).countBy({ state: 'DEAD' });
    expect(job).toBe(0);
  });
});

/** A volunteer against whose erasure nothing stands. */
async function someoneFree(): Promise<Listed> {
  const sql = `SELECT personId FROM record_check WHERE result = 'HIT' UNION
    SELECT v.personId FROM companionship c JOIN volunteer v ON v.id = c.volunteerId`;
  const rows: { personId: string }[] = await platform.app.get(Database).manager.query(sql);
  const held = new Set(rows.map(({ personId }) => personId));
  const free = [...everyone].reverse().find(({ personId }) => !held.has(idOf(personId)));
  if (!free) throw new Error('nobody is free');
  return free;
}

let proposals: { id: string; version: number; volunteer: string; child: string }[] | undefined;

/** Lets the engine propose, once, and accepts the next proposal; person ids of both sides. */
async function acceptOne(): Promise<{ volunteer: string; child: string }> {
  proposals ??= await runMatch();
  const next = proposals.shift();
  if (!next) throw new Error('no proposal is left');
  const mutation = `mutation ($i: AcceptProposalInput!) { acceptProposal(input: $i) { __typename } }`;
  const i = { proposalId: next.id, version: next.version };
  const { acceptProposal } = await agency.worker.data<{ acceptProposal: { __typename: string } }>(mutation, { i });
  expect(acceptProposal.__typename).toBe('MatchProposal');
  return next;
}

async function runMatch() {
  const mutation = `mutation { runMatch(input: { requestId: "erasing" }) { ... on MatchRun { proposals(first: 5) {
    edges { node { id version volunteer { personId } child { personId } } } } } } }`;
  interface Node {
    id: string;
    version: number;
    volunteer: { personId: string };
    child: { personId: string };
  }
  const { runMatch: run } = await agency.worker.data<{ runMatch: { proposals: { edges: { node: Node }[] } } }>(
    mutation,
  );
  return run.proposals.edges.map(({ node }) => ({
    id: node.id,
    version: node.version,
    volunteer: node.volunteer.personId,
    child: node.child.personId,
  }));
}

interface KeyRow {
  readonly subject: string;
  readonly scope: string;
  readonly wrappedBy: string;
  readonly wrapped: string | null;
}
const keyRows = async (subjects: readonly string[]): Promise<readonly KeyRow[]> =>
  platform.app.get(KeyStore).get(subjects);

/** What an older backup of the key store holds: the keys stand there, and no tombstones. */
async function restoreKeys(rows: readonly KeyRow[]): Promise<void> {
  const subjects = rows.map(({ subject }) => `'${subject}'`).join(', ');
  await onKeyStore(`DELETE FROM data_key WHERE subject IN (${subjects})`);
  await platform.app
    .get(KeyStore)
    .create(
      rows.map(({ wrapped, ...row }) => ({ ...row, wrapped: wrapped ?? '', createdAt: '2026-11-22T02:00:00.000Z' })),
    );
}

async function onKeyStore(sql: string): Promise<void> {
  const url = platform.environment['DATABASE_URL'] ?? '';
  if (url.startsWith('sqlite:')) {
    const { default: Libsql } = await import('libsql');
    const file = new Libsql(url.slice('sqlite:'.length).replace(/[^/]+$/, 'keys.db'));
    file.exec(sql);
    file.close();
    return;
  }
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({ uri: `${url}_keys` });
  await connection.query(sql);
  await connection.end();
}

function ledgerFile(): string {
  const file = join(platform.environment['DATA_DIR'] ?? '', 'ledger', 'tombstones.jsonl');
  if (!existsSync(file)) throw new Error('there is no ledger');
  return file;
}
