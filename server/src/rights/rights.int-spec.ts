// Asking about what is kept: who may not, what a copy has and never has, the clock, refusals with reasons, the end of a copy.
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../people/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { PapersWorld } from '../testing/papers-world.js';
import { Copies } from './copies.js';
import { RightsPersonalData } from './rights-personal-data.js';
import { RightsFile, RightsRequest } from './rights-request.entity.js';

const LONG = 180_000;
const DAY_MS = 86_400_000;
const MINE = 'right state askedAt dueOn words about shouldBe ground reason before after readyUntil version id';
const ASK = `mutation ($i: AskForRightInput!) { outcome: askForRight(input: $i) { __typename
  ... on MyRightsRequest { ${MINE} } ... on InvalidInput { fields { field code } } } }`;
const MY = `{ myRights { ${MINE} } }`;
const TAKE_BACK = `mutation ($i: TakeBackRightInput!) { outcome: takeBackRight(input: $i) { __typename
  ... on MyRightsRequest { state } } }`;
const LIST = `query ($open: Boolean!) { rightsRequests(open: $open, first: 50) { totalCount edges { node {
  id personName askedBy right state dueOn words about shouldBe version decidedBy } } } }`;
const ONE = 'query ($id: ID!) { rightsRequest(id: $id) { id state } }';
const HOLDS = 'query ($id: ID!) { erasureHolds(rightsRequestId: $id) }';
const ANSWER = `{ __typename ... on RightsRequest { state readyUntil before after reason ground version }
  ... on InvalidInput { fields { field code } } ... on UserError { code } }`;
const GIVE = `mutation ($i: GiveRightInput!) { outcome: giveRight(input: $i) ${ANSWER} }`;
const REFUSE = `mutation ($i: RefuseRightInput!) { outcome: refuseRight(input: $i) ${ANSWER} }`;
const CONCERN = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename } }`;

interface Mine {
  readonly __typename: string;
  readonly id: string;
  readonly right: string;
  readonly state: string;
  readonly dueOn: string;
  readonly reason: string | null;
  readonly ground: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly readyUntil: string | null;
  readonly version: number;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}
interface Listed extends Mine {
  readonly personName: string;
  readonly askedBy: string;
}

let world: PapersWorld;
let asked = 0;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

const ask = async (who: string, right: string, said: object = {}, requestId = `ask-${(asked += 1)}`) =>
  (await world.ask<{ outcome: Mine }>(who, ASK, { i: { right, requestId, ...said } })).outcome;
const mine = async (who: string) => (await world.ask<{ myRights: Mine[] }>(who, MY, {})).myRights;
const list = async (who: string, open = true) =>
  (await world.ask<{ rightsRequests: { edges: { node: Listed }[] } }>(who, LIST, { open })).rightsRequests.edges.map(
    ({ node }) => node,
  );
const give = async (who: string, { id, version }: Pick<Mine, 'id' | 'version'>, said: object = {}) =>
  (await world.ask<{ outcome: Mine }>(who, GIVE, { i: { rightsRequestId: id, version, ...said } })).outcome;
const refuse = async (who: string, { id, version }: Pick<Mine, 'id' | 'version'>, ground: string, reason = '') =>
  (await world.ask<{ outcome: Mine }>(who, REFUSE, { i: { rightsRequestId: id, version, ground, reason } })).outcome;
const file = (who: string, id: string, name = 'copy.json') => world.get(who, `rights/${id}/${name}`);
const refusedTo = async (who: string, query: string, variables: object) => {
  const response = await fetch(`${world.platform.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: world.cookieOf(who) },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code;
};

describe('requests about one’s own data', () => {
  it('are for nobody who is not signed in, and lists of them for nobody outside the case team', async () => {
    expect(await refusedTo('visitor', ASK, { i: { right: 'COPY', requestId: 'x' } })).toBe('UNAUTHENTICATED');
    for (const who of ['companion', 'guardian', 'donor', 'auditor']) {
      expect(await refusedTo(who, LIST, { open: true })).toBe('FORBIDDEN');
      const answer = { rightsRequestId: toGlobalId('RightsRequest', 'x'), version: 1 };
      expect(await refusedTo(who, GIVE, { i: answer })).toBe('FORBIDDEN');
      expect(await refusedTo(who, REFUSE, { i: { ...answer, ground: 'NOTHING_HELD', reason: '' } })).toBe('FORBIDDEN');
    }
    const missing = { rightsRequestId: toGlobalId('RightsRequest', 'x'), version: 1 };
    expect(await refusedTo('worker', REFUSE, { i: { ...missing, ground: 'NOTHING_HELD', reason: '' } })).toBe(
      'FORBIDDEN',
    );
  });

  it('arrive once, with a day for the answer, and say what is missing', async () => {
    expect((await ask('companion', 'CORRECT')).fields).toEqual([
      { field: 'about', code: 'REQUIRED' },
      { field: 'shouldBe', code: 'REQUIRED' },
    ]);
    expect((await ask('companion', 'TRANSFER')).fields).toEqual([{ field: 'words', code: 'REQUIRED' }]);
    const first = await ask('companion', 'COPY', {}, 'copy-1');
    expect(first).toMatchObject({ state: 'RECEIVED', dueOn: '2026-12-07' });
    expect((await ask('companion', 'COPY', {}, 'copy-1')).id).toBe(first.id);
    expect((await ask('companion', 'COPY', {}, 'copy-2')).id).toBe(first.id);
    expect(await mine('companion')).toHaveLength(1);
  });

  it('are seen by the people of the same office, and as missing by everybody else', async () => {
    const [waiting] = await list('worker');
    expect(waiting).toMatchObject({ personName: '林青禾', askedBy: 'SELF', right: 'COPY' });
    expect(await list('southern')).toEqual([]);
    expect(await list('stranger')).toEqual([]);
    const { id = '' } = waiting ?? {};
    for (const who of ['southern', 'stranger']) {
      expect(await world.ask(who, ONE, { id })).toEqual({ rightsRequest: null });
      expect((await give(who, { id, version: 1 })).__typename).toBe('NotFound');
    }
    expect(await mine('donor')).toEqual([]);
    const back = { i: { rightsRequestId: id, version: 1 } };
    expect(await world.ask('donor', TAKE_BACK, back)).toEqual({ outcome: { __typename: 'NotFound' } });
  });
});

describe('a volunteer’s copy', () => {
  let id: string;
  it('is not there before it is given, and then for its owner, as PDF and as JSON', async () => {
    const [request] = await mine('companion');
    id = request?.id ?? '';
    expect((await file('companion', id)).status).toBe(404);
    expect(await give('worker', { id, version: 7 })).toMatchObject({ __typename: 'StaleVersion' });
    expect(await give('worker', { id, version: 1 })).toMatchObject({ state: 'GIVEN' });
    expect(await give('worker', { id, version: 2 })).toMatchObject({ __typename: 'TransitionRefused' });
    const json = await file('companion', id);
    expect(json.status).toBe(200);
    expect(json.headers.get('content-disposition')).toMatch(/^attachment/);
    const copy = JSON.parse(json.bytes.toString()) as { format: string; sections: { key: string }[] };
    expect(copy.format).toBe('tongxing.personal-data');
    expect(copy.sections.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['person', 'login', 'volunteer', 'role_assignment', 'companionship', 'rights_request']),
    );
    expect(json.bytes.toString()).toContain('林青禾');
    const pdf = await file('companion', id, 'copy.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await world.actions('rights.fileTaken')).toBe(2);
  });

  it('names nobody else: no child, no guardian, no colleague', async () => {
    const text = (await file('companion', id)).bytes.toString();
    for (const name of await namesOfOthers('林青禾')) expect(text).not.toContain(name);
  });

  it('is for no other person, with or without an account', async () => {
    for (const who of ['donor', 'guardian', 'auditor', 'southern', 'stranger']) {
      const [hidden, missing] = [await file(who, id), await file(who, toGlobalId('RightsRequest', 'nothing'))];
      expect([hidden.status, hidden.bytes.toString()]).toEqual([404, '{"code":"NOT_FOUND"}']);
      expect(missing.bytes.equals(hidden.bytes)).toBe(true);
    }
    expect((await file('visitor', id)).status).toBe(401);
    expect((await file('companion', id, 'copy.exe')).status).toBe(404);
    // A colleague of the office may print it for somebody who has no phone.
    expect((await file('worker', id)).status).toBe(200);
  });

  it('lies sealed, and is gone after fourteen days', async () => {
    const rows = await world.platform.app.get(Database).repository(RightsFile).find();
    expect(rows.length).toBeGreaterThan(0);
    for (const { body } of rows) expect(body).not.toContain('林青禾');
    const { app, clock } = world.platform;
    const end = Date.parse((await mine('companion'))[0]?.readyUntil ?? '');
    expect(end - clock.now().getTime()).toBe(14 * DAY_MS);
    // Nobody's session lives for fourteen days, so the end is brought near.
    const readyUntil = new Date(clock.now().getTime() + 1000).toISOString();
    const row = { id: fromGlobalId('RightsRequest', id) ?? '' };
    const system = { kind: 'system' as const, agencyId: world.agencyId, name: 'test' };
    await app
      .get(UnitOfWork)
      .run(system, () => app.get(Database).repository(RightsRequest).update(row, { readyUntil }));
    expect(await app.get(RightsPersonalData).purge()).toBe(0);
    expect((await file('companion', id)).status).toBe(200);
    clock.advance(1000);
    expect((await file('companion', id)).status).toBe(404);
    clock.advance(1);
    expect(await app.get(RightsPersonalData).purge()).toBe(1);
    expect(await app.get(Database).repository(RightsFile).find()).toEqual([]);
    clock.advance(-1001);
    expect((await mine('companion'))[0]).toMatchObject({ state: 'GIVEN' });
  });
});

describe('a guardian’s copy', () => {
  it('is the same, byte for byte, whether or not somebody has raised a concern about the family', async () => {
    const { personId } = await childOfGuardian();
    const copies = world.platform.app.get(Copies);
    const before = JSON.stringify(await copies.of(world.agencyId, personId));
    const marker = '悄悄话标记：孩子说爸爸打人';
    const pairs = await world.ask<{ companionships: { edges: { node: { id: string } }[] } }>(
      'worker',
      '{ companionships(first: 9) { edges { node { id } } } }',
      {},
    );
    for (const { node } of pairs.companionships.edges) {
      const input = { companionshipId: node.id, text: marker, requestId: `c-${node.id.slice(-20)}` };
      expect(await world.ask('companion', CONCERN, { i: input })).toEqual({
        outcome: { __typename: 'ConcernReceipt' },
      });
    }
    const after = JSON.stringify(await copies.of(world.agencyId, personId));
    expect(after).toBe(before);
    expect(after).not.toContain('标记');
  });

  it('has the child and neither of the parents, nor the companion', async () => {
    const request = await ask('guardian', 'COPY');
    expect((await list('worker')).find(({ id }) => id === request.id)).toMatchObject({ askedBy: 'GUARDIAN' });
    expect(await give('worker', request)).toMatchObject({ state: 'GIVEN' });
    const text = (await file('guardian', request.id)).bytes.toString();
    const { name } = await childOfGuardian();
    expect(text).toContain(name);
    for (const other of await namesOfOthers(name)) expect(text).not.toContain(other);
    expect(text).not.toMatch(/\+86/);
    expect((await file('companion', request.id)).status).toBe(404);
  });
});

describe('an answer', () => {
  it('that refuses needs a written reason, and the asker reads it with the ground', async () => {
    const request = await ask('companion', 'TRANSFER', { words: '请交给河东的机构' });
    expect((await refuse('director', request, 'ABOUT_OTHERS', '不行')).fields).toEqual([
      { field: 'reason', code: 'TOO_SHORT' },
    ]);
    const reason = '里面有几段话同时说到别的孩子，分不开。';
    expect(await refuse('director', request, 'ABOUT_OTHERS', reason)).toMatchObject({ state: 'REFUSED', reason });
    expect((await mine('companion'))[0]).toMatchObject({ state: 'REFUSED', ground: 'ABOUT_OTHERS', reason });
  });

  it('that the law keeps records says no more to anybody, whatever was typed', async () => {
    const request = await ask('guardian', 'ERASE');
    const typed = '因为有一件安全关切还没有结束';
    expect(await refuse('director', request, 'LAW_KEEPS_RECORDS', typed)).toMatchObject({ reason: null });
    const [read] = await mine('guardian');
    expect(read).toMatchObject({ state: 'REFUSED', ground: 'LAW_KEEPS_RECORDS', reason: null });
    expect(JSON.stringify(await mine('guardian'))).not.toContain('关切');
  });

  it('puts something right with what stood there and what stands there now, beside the person’s own words', async () => {
    const said = { about: '姓名', shouldBe: '林青禾（禾苗的禾）', words: '身份证上就是这样写的' };
    const request = await ask('companion', 'CORRECT', said);
    expect((await give('worker', request)).fields).toEqual([
      { field: 'before', code: 'REQUIRED' },
      { field: 'after', code: 'REQUIRED' },
    ]);
    expect(await give('worker', request, { before: '林青河', after: '林青禾' })).toMatchObject({ state: 'GIVEN' });
    expect((await mine('companion'))[0]).toMatchObject({ ...said, before: '林青河', after: '林青禾' });
  });

  it('to an erasure is the erasure itself; what stands against it is the director’s alone to read', async () => {
    const request = await ask('companion', 'ERASE');
    expect(await give('director', request)).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await world.ask('director', HOLDS, { id: request.id })).toEqual({ erasureHolds: ['COMPANIONSHIP_STANDS'] });
    expect(await world.ask('stranger', HOLDS, { id: request.id })).toEqual({ erasureHolds: null });
    for (const who of ['worker', 'colleague', 'companion']) {
      expect(await refusedTo(who, HOLDS, { id: request.id })).toBe('FORBIDDEN');
    }
    const back = { i: { rightsRequestId: request.id, version: 1 } };
    expect(await world.ask('companion', TAKE_BACK, back)).toMatchObject({ outcome: { state: 'WITHDRAWN' } });
    expect(
      await refuse('director', { ...request, version: 2 }, 'NOTHING_HELD', '没有可以删除的信息了。'),
    ).toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
  });

  it('is nobody’s to give to themselves', async () => {
    const request = await ask('worker', 'COPY');
    expect((await give('worker', request)).__typename).toBe('NotFound');
    expect(await give('director', request)).toMatchObject({ state: 'GIVEN' });
  });
});

describe('an erased person', () => {
  it('leaves neither words nor a copy, and the request for it is done', async () => {
    const { app } = world.platform;
    const [donor] = await app
      .get(Database)
      .read<{ id: PersonId }>("SELECT personId AS id FROM role_assignment WHERE role = 'DONOR'", []);
    expect(donor).toBeDefined();
    const request = await ask('donor', 'ERASE', { words: '不再捐赠了标记' });
    const erase = `mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }`;
    const input = { personId: toGlobalId('Person', donor?.id ?? ''), reason: 'OWN_REQUEST', requestId: 'rights' };
    expect(await world.ask('director', erase, { i: input })).toEqual({ outcome: { __typename: 'PersonErased' } });
    const rows = await app
      .get(Database)
      .repository(RightsRequest)
      .findBy({ personId: donor?.id ?? '' });
    expect(rows.map(({ wordsSealed, answerSealed }) => [wordsSealed, answerSealed])).toEqual(
      rows.map(() => [null, null]),
    );
    expect(rows.find(({ id }) => id === fromGlobalId('RightsRequest', request.id))?.state).toBe('GIVEN');
    expect((await list('director', false)).find(({ id }) => id === request.id)?.personName).toBe('—');
  });
});

async function namesOfOthers(own: string): Promise<string[]> {
  const { app } = world.platform;
  const rows = await app
    .get(Database)
    .read<{ id: PersonId }>('SELECT id FROM person WHERE agencyId = ?', [world.agencyId]);
  const people = await app.get(PeopleRepository).byIds(
    world.agencyId,
    rows.map(({ id }) => id),
  );
  const names = [...people.values()]
    .map(({ name }) => name)
    .filter((name) => /\p{Script=Han}/u.test(name) && !own.includes(name));
  expect(names.length).toBeGreaterThan(1);
  return names;
}

/** The child whose guardian has the link. */
async function childOfGuardian(): Promise<{ personId: PersonId; name: string; birthDate: LocalDate | undefined }> {
  const { app } = world.platform;
  const [row] = await app
    .get(Database)
    .read<{ id: PersonId }>('SELECT c.personId AS id FROM guardian_link g JOIN child c ON c.id = g.childId', []);
  const person = (await app.get(PeopleRepository).byIds(world.agencyId, [row?.id ?? ''])).get(row?.id ?? '');
  if (!person) throw new Error('no child has a link');
  return { personId: person.id, name: person.name, birthDate: person.birthDate };
}
