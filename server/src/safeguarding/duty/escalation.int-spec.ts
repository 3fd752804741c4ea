// Who is on call hears at once; who comes next, and the director, when the minutes are over. Around each border, by the clock.
import { randomUUID } from 'node:crypto';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { addAgency, addPerson, askForNoFactor, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { act, codeOf } from '../../testing/test-pair.js';

const RAISE = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename } }`;
const SEEN = `mutation ($i: MarkConcernSeenInput!) { outcome: markConcernSeen(input: $i) { __typename } }`;
const CONCERNS = '{ concerns { edges { node { id text childName state } } } }';
const ROTA = '{ dutyRota { slots { id personName line startsAt endsAt onNow } } }';
const ADD = `mutation ($i: AddDutySlotInput!) { outcome: addDutySlot(input: $i) { __typename
  ... on DutyRota { slots { id personName line startsAt endsAt onNow } } ... on InvalidInput { fields { field code } } } }`;
const REMOVE = `mutation ($i: RemoveDutySlotInput!) { outcome: removeDutySlot(input: $i) { __typename } }`;
const NEW = '有一件安全关切，请马上看';
const UNSEEN = '有一件安全关切还没有人看';
const LONG = 120_000;
// 08:00 at the agency.
const MORNING = '2026-11-22T00:00:00.000Z';

interface Slot {
  readonly id: string;
  readonly personName: string;
  readonly onNow: boolean;
}

let platform: TestApp;
const clients = new Map<string, TestClient>();
const people = new Map<string, string>();
const as = (name: string): TestClient => {
  const client = clients.get(name);
  if (!client) throw new Error(`nobody is called ${name}`);
  return client;
};

beforeAll(async () => {
  platform = await startTestApp();
  const agencyId = await addAgency(platform.app, 'oncall', []);
  for (const [name, role] of [
    ['first', 'SOCIAL_WORKER'],
    ['second', 'SOCIAL_WORKER'],
    ['idle', 'SOCIAL_WORKER'],
    ['supervisor', 'SUPERVISOR'],
    ['director', 'DIRECTOR'],
    ['donor', 'DONOR'],
    ['coordinator', 'CSR_COORDINATOR'],
  ] as const) {
    const identifier = `${name}@oncall.example`;
    const personId = await addPerson(platform.app, agencyId, { name, roles: [role], identifier });
    people.set(name, Buffer.from(`Person:${personId}`).toString('base64url'));
    clients.set(name, platform.client());
  }
  await signInAll();
  await askForNoFactor(platform.app, 'director@oncall.example');
}, LONG);
afterAll(() => platform.stop());

async function signInAll(): Promise<void> {
  for (const [name, client] of clients) await client.signIn(`${name}@oncall.example`, TEST_PASSWORD);
}
const at = (instant: string): void => platform.clock.set(instant);
const drain = () => platform.app.get(JobWorker).drain();
const told = async (title: string): Promise<string[]> => {
  const names: string[] = [];
  for (const name of ['first', 'second', 'idle', 'supervisor', 'director']) {
    const { notices } = await as(name).data<{ notices: { title: string; read?: boolean }[] }>('{ notices { title } }');
    for (const notice of notices) if (notice.title === title) names.push(name);
  }
  return names;
};
const raise = (text: string) => act(as('donor'), RAISE, { text, requestId: randomUUID() });
const slot = (name: string, line: 'FIRST' | 'SECOND', more: object = {}) => ({
  ...{ personId: people.get(name), line, requestId: `${name}-${line}` },
  ...{ startsOn: '2026-11-22', startMinute: 480, endsOn: '2026-11-22', endMinute: 1200 },
  ...more,
});

describe('anybody with an account', () => {
  it('raises one from any page, about a child whom they need not name, and hears that it arrived', async () => {
    expect(await codeOf(platform.client(), RAISE, { i: { text: '门口有个孩子在哭', requestId: 'v' } })).toBe(
      'UNAUTHENTICATED',
    );
    for (const name of ['donor', 'coordinator']) {
      const input = { text: `${name}看到一个孩子独自在马路上`, requestId: `by-${name}` };
      expect(await act(as(name), RAISE, input)).toEqual({ __typename: 'ConcernReceipt' });
      expect(await as(name).data('{ myConcerns { seen } }')).toEqual({ myConcerns: [{ seen: false }] });
    }
  });

  it('reads nothing else of it, neither list nor file, neither rota nor team', async () => {
    const { concerns } = await as('director').data<{ concerns: { edges: { node: { id: string } }[] } }>(CONCERNS);
    const id = concerns.edges[0]?.node.id;
    for (const name of ['donor', 'coordinator']) {
      for (const query of [CONCERNS, ROTA, '{ caseTeam { name } }', '{ incidents { words } }']) {
        expect(await codeOf(as(name), query)).toBe('FORBIDDEN');
      }
      const file = 'query ($id: ID!) { concernFile(concernId: $id) { id } }';
      expect(await codeOf(as(name), file, { id })).toBe('FORBIDDEN');
    }
  });

  it('is heard by whoever leads, where nobody is on call; a worker whom it does not concern sees none of it', async () => {
    await drain();
    expect(await told(NEW)).toEqual(['supervisor', 'supervisor', 'director', 'director']);
    const read = async (name: string) =>
      (await as(name).data<{ concerns: { edges: { node: object }[] } }>(CONCERNS)).concerns.edges;
    expect(await read('idle')).toEqual([]);
    expect(await read('supervisor')).toMatchObject([{ node: { childName: '' } }, { node: { childName: '' } }]);
  });
});

describe('the rota', () => {
  it('is the director’s to set: a supervisor and a worker are refused, and read along', async () => {
    for (const name of ['supervisor', 'first']) {
      expect(await codeOf(as(name), ADD, { i: slot('first', 'FIRST') })).toBe('FORBIDDEN');
      expect(await as(name).data(ROTA)).toEqual({ dutyRota: { slots: [] } });
    }
  });

  it('takes nobody outside of the case team, no time that is over, none that ends before it begins', async () => {
    const add = async (input: object) => (await act(as('director'), ADD, input))['fields'];
    expect(await add(slot('donor', 'FIRST'))).toEqual([{ field: 'personId', code: 'NOT_OF_THE_TEAM' }]);
    expect(await add(slot('first', 'FIRST', { endMinute: 480 }))).toEqual([
      { field: 'endsOn', code: 'BEFORE_START' },
      { field: 'endsOn', code: 'IN_THE_PAST' },
    ]);
    expect(await add(slot('first', 'FIRST', { endsOn: '2026-12-07' }))).toEqual([
      { field: 'endsOn', code: 'TOO_LONG' },
    ]);
    expect(await add(slot('first', 'FIRST', { startMinute: -1 }))).toEqual([
      { field: 'startMinute', code: 'OUT_OF_RANGE' },
    ]);
  });

  it('goes by the agency’s own calendar, and adds a slot once', async () => {
    await act(as('director'), ADD, slot('first', 'FIRST'));
    await act(as('director'), ADD, slot('first', 'FIRST'));
    const outcome = await act(as('director'), ADD, slot('second', 'SECOND'));
    expect(outcome['slots']).toMatchObject([
      { personName: 'first', line: 'FIRST', startsAt: MORNING, endsAt: '2026-11-22T12:00:00.000Z', onNow: true },
      { personName: 'second', line: 'SECOND', onNow: true },
    ]);
  });
});

describe('a new concern', () => {
  beforeAll(async () => {
    // The earlier ones are seen, so that only the new one is on its way.
    const { concerns } = await as('director').data<{ concerns: { edges: { node: { id: string } }[] } }>(CONCERNS);
    for (const { node } of concerns.edges) await act(as('director'), SEEN, { concernId: node.id });
  });

  it('is told to who is on call, at once and alone; they see it for as long as they are', async () => {
    at('2026-11-22T03:00:00.000Z');
    await raise('孩子说不敢回家');
    await drain();
    const before = await told(NEW);
    expect(before.filter((name) => name === 'first')).toHaveLength(1);
    expect(before.filter((name) => name === 'director')).toHaveLength(2);
    const seenBy = async (name: string) =>
      (await as(name).data<{ concerns: { edges: object[] } }>(CONCERNS)).concerns.edges.length;
    expect(await seenBy('first')).toBe(3);
    expect(await seenBy('idle')).toBe(0);
  });

  it('waits to the last moment of the minutes, then goes to the second line, then to the director; and no further', async () => {
    at('2026-11-22T03:29:59.999Z');
    await drain();
    const earlier = await told(UNSEEN);
    expect(earlier.filter((name) => name === 'second')).toHaveLength(0);
    at('2026-11-22T03:30:00.000Z');
    await drain();
    expect((await told(UNSEEN)).filter((name) => name === 'second')).toHaveLength(1);
    const directors = (await told(UNSEEN)).filter((name) => name === 'director').length;
    at('2026-11-22T03:59:59.999Z');
    await drain();
    expect((await told(UNSEEN)).filter((name) => name === 'director')).toHaveLength(directors);
    at('2026-11-22T04:00:00.000Z');
    await drain();
    expect((await told(UNSEEN)).filter((name) => name === 'director')).toHaveLength(directors + 1);
    at('2026-11-22T06:00:00.000Z');
    await drain();
    expect((await told(UNSEEN)).filter((name) => name === 'director')).toHaveLength(directors + 1);
  });

  it('goes to nobody else once somebody has seen it', async () => {
    await raise('有人在门口等孩子');
    await drain();
    const { concerns } = await as('first').data<{ concerns: { edges: { node: { id: string; text: string } }[] } }>(
      CONCERNS,
    );
    const id = concerns.edges.find(({ node }) => node.text === '有人在门口等孩子')?.node.id;
    const before = await told(UNSEEN);
    expect((await act(as('first'), SEEN, { concernId: id })).__typename).toBe('Concern');
    at('2026-11-22T07:30:00.000Z');
    await drain();
    expect(await told(UNSEEN)).toEqual(before);
  });

  it('is told to whoever leads again from the very end of the shift, and the worker sees it no more', async () => {
    at('2026-11-22T12:00:00.000Z');
    await signInAll();
    const before = await told(NEW);
    await raise('晚上还有灯，没有大人');
    await drain();
    const after = await told(NEW);
    expect(after.filter((name) => name === 'first')).toHaveLength(before.filter((name) => name === 'first').length);
    expect(after.filter((name) => name === 'director')).toHaveLength(
      before.filter((name) => name === 'director').length + 1,
    );
    const { concerns } = await as('first').data<{ concerns: { edges: { node: { text: string } }[] } }>(CONCERNS);
    // What they have seen stays theirs.
    expect(concerns.edges.map(({ node }) => node.text)).toEqual(['有人在门口等孩子']);
  });

  it('leaves each escalation in the audit; a slot that is taken out stays written down', async () => {
    const outcome = await act(as('director'), ADD, slot('idle', 'FIRST', { endsOn: '2026-11-23', requestId: 'again' }));
    const own = (outcome['slots'] as Slot[]).find(({ personName }) => personName === 'idle');
    expect((await act(as('director'), REMOVE, { dutySlotId: own?.id })).__typename).toBe('DutyRota');
    expect((await act(as('director'), REMOVE, { dutySlotId: own?.id })).__typename).toBe('NotFound');
    const events = await platform.app.get(Database).repository(AuditEvent).find();
    const actions = events.map(({ action }) => action);
    for (const action of ['concern.escalated', 'duty.added', 'duty.removed']) expect(actions).toContain(action);
  });
});
