// Who hears what of an agreement, and that nobody's ends unwarned, on the engine under test: each step once, to whom it
// concerns and to nobody else; the days before a new version's last day walked one by one under an injected clock.
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, Person, VolunteersRepository, WorkStops } from '../people/index.js';
import { personActor } from '../platform/access/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { Reminders } from '../reminders/index.js';
import { RecordChecks } from '../screening/index.js';
import {
  AGREEMENT_TEXTS,
  CHECK,
  COSIGN,
  COUNTERSIGN,
  END,
  LEAVE,
  MAKE_LINK,
  MINE,
  OFFER,
  RELEASE_TEMPLATE,
  SAVE_TEMPLATE,
  SIGN,
} from '../testing/agreements.js';
import { addAgency, addPerson, askForNoFactor, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';

const LONG = 120_000;
const SIGN_WITHIN = 20;
interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly number: string;
  readonly code: string;
  readonly textHash: string;
  readonly path?: string;
}
interface Somebody {
  readonly client: TestClient;
  readonly personId: PersonId;
  readonly volunteerId: string;
  /** Signs in anew: the clock has passed the end of the session. */
  readonly again: () => Promise<unknown>;
}

let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;
let director: Somebody;
let worker: Somebody;
let ming: Somebody;
let hua: Somebody;
let requests = 0;

async function join(key: string, role: Role): Promise<Somebody> {
  const { app } = platform;
  const identifier = `${key}@news.example`;
  const personId = await addPerson(app, agencyId, { name: key, roles: [role], identifier });
  const client = platform.client();
  const again = () => client.signIn(identifier, TEST_PASSWORD);
  await again();
  if (role !== 'VOLUNTEER') return { client, personId, volunteerId: '', again };
  const record = { agencyId, personId, languages: [], skills: [], freeTimes: [], places: 2 };
  const [id = ''] = await inAgency(app, agencyId, () => app.get(VolunteersRepository).addAll([record]));
  return { client, personId, volunteerId: toGlobalId('Volunteer', id), again };
}
const act = async ({ client }: Pick<Somebody, 'client'>, mutation: string, i: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const offer = (who: Somebody) =>
  act(worker, OFFER, {
    ...{ requestId: `news-${String((requests += 1))}`, volunteerId: who.volunteerId },
    values: [{ key: 'place', value: '社工站' }],
  });
const sign = (who: Somebody, { id: agreementId, textHash }: Outcome) =>
  act(who, SIGN, { agreementId, textHash, language: 'ZH_CN', method: 'TYPED', name: '小明' });
const countersign = ({ id: agreementId, textHash }: Outcome, version: number) =>
  act(director, COUNTERSIGN, { agreementId, textHash, version, method: 'TYPED', name: '何主任' });
const mine = async ({ client }: Somebody) => (await client.data<{ myAgreements: Outcome[] }>(MINE)).myAgreements;
const holds = async ({ number, code }: Outcome) =>
  (await platform.client().data<{ agreementCheck: { holds: boolean } }>(CHECK, { n: number, c: code })).agreementCheck;
/** What somebody was told since they were last asked, in its order. */
const heard = new Map<string, number>();
async function news({ personId }: Somebody): Promise<string[]> {
  await platform.app.get(JobWorker).drain();
  const sql = 'SELECT template FROM notice WHERE personId = ? ORDER BY createdAt, id';
  const all = await platform.app.get(Database).read<{ template: string }>(sql, [personId]);
  const before = heard.get(personId) ?? 0;
  heard.set(personId, all.length);
  return all.slice(before).map(({ template }) => template);
}
async function release(signBy?: LocalDate): Promise<void> {
  const list = '{ agreementTemplates { id version releasedAt } }';
  const { agreementTemplates } = await director.client.data<{
    agreementTemplates: (Outcome & { releasedAt: string | null })[];
  }>(list);
  const draft = agreementTemplates.find(({ releasedAt }) => releasedAt === null);
  const input = { kind: 'VOLUNTEER', version: draft?.version ?? 0, ...AGREEMENT_TEXTS };
  const saved = await act(director, SAVE_TEMPLATE, input);
  await act(director, RELEASE_TEMPLATE, { templateId: saved.id, version: saved.version, signBy: signBy ?? null });
}

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同行社工');
  today = await platform.app.get(Agencies).today(agencyId);
  director = await join('director', 'DIRECTOR');
  await askForNoFactor(platform.app, 'director@news.example');
  worker = await join('worker', 'SOCIAL_WORKER');
  ming = await join('小明', 'VOLUNTEER');
  hua = await join('小华', 'VOLUNTEER');
  await release();
}, LONG);
afterAll(() => platform.stop());

describe('an agreement is told of', () => {
  it('when it is offered, to the volunteer alone, and a refused offer to nobody', async () => {
    const offered = await offer(ming);
    expect(await news(ming)).toEqual(['agreementOffered']);
    expect((await offer(ming)).__typename).toBe('InvalidInput');
    expect([await news(ming), await news(hua), await news(worker), await news(director)]).toEqual([[], [], [], []]);
    // Half-signed: whoever may sign for the agency; of a second press nobody hears again.
    await sign(ming, offered);
    await sign(ming, offered);
    expect([await news(director), await news(worker), await news(ming)]).toEqual([['agreementToCountersign'], [], []]);
    await countersign(offered, 2);
    expect([await news(ming), await news(worker), await news(director)]).toEqual([
      ...[['agreementInForce'], ['agreementInForceForDesk'], []],
    ]);
  });

  it('when it is left, to whoever offered it and whoever leads; when it is declined, to the first alone', async () => {
    const first = await offer(hua);
    await act(hua, LEAVE, { agreementId: first.id });
    expect([await news(worker), await news(director)]).toEqual([['agreementDeclined'], []]);
    const second = await offer(hua);
    await sign(hua, second);
    await countersign(second, 2);
    for (const one of [hua, worker, director]) await news(one);
    await act(hua, LEAVE, { agreementId: second.id });
    expect([await news(worker), await news(director), await news(hua)]).toEqual([
      ['agreementLeft'],
      ['agreementLeft'],
      [],
    ]);
  });

  it('when the agency takes it back or ends it, to the volunteer', async () => {
    const first = await offer(hua);
    await act(director, END, { agreementId: first.id, version: first.version, reason: 'AGREED' });
    expect(await news(hua)).toEqual(['agreementOffered', 'agreementTakenBack']);
    const second = await offer(hua);
    await sign(hua, second);
    await countersign(second, 2);
    await act(director, END, { agreementId: second.id, version: 3, reason: 'AGREED' });
    expect((await news(hua)).slice(1)).toEqual(['agreementInForce', 'agreementEnded']);
  });

  it('of a minor: their own hand, their guardian’s, each to whose turn it is', async () => {
    const young = await join('小许', 'VOLUNTEER');
    await inAgency(platform.app, agencyId, () =>
      platform.app.get(Database).repository(Person).update({ id: young.personId }, { birthDate: '2011-03-01' }),
    );
    const first = await offer(young);
    await sign(young, first);
    for (const one of [young, director]) await news(one);
    expect(await news(worker)).toContain('agreementAwaitsGuardian');
    await act(director, END, { agreementId: first.id, version: 2, reason: 'MISTAKE' });
    const second = await offer(young);
    await news(young);
    const { path = '' } = await act(worker, MAKE_LINK, { agreementId: second.id });
    const hand = { language: 'ZH_CN', textHash: second.textHash, method: 'TYPED', name: '许母', relation: '母亲' };
    await act({ client: platform.client() }, COSIGN, { code: path.split('/').at(-1) ?? '', ...hand });
    expect([await news(young), await news(director)]).toEqual([['agreementYourTurn'], []]);
    await sign(young, second);
    expect([await news(young), await news(director)]).toEqual([[], ['agreementToCountersign']]);
  });
});

describe('a new version to be signed by a day', () => {
  const reminded: (readonly [number, string])[] = [];
  const lastDay = () => addDays(today, SIGN_WITHIN);
  async function walk(from: number, to: number): Promise<void> {
    for (let left = from; left >= to; left -= 1) {
      platform.clock.set(`${addDays(lastDay(), -left)}T02:00:00.000Z`);
      await platform.app.get(Reminders).remind();
    }
    const sql = 'SELECT step, kind FROM reminder_sent WHERE personId = ? ORDER BY sentAt, step DESC';
    const rows = await platform.app.get(Database).read<{ step: number; kind: string }>(sql, [ming.personId]);
    reminded.splice(0, reminded.length, ...rows.map(({ step, kind }) => [step, kind] as const));
  }

  beforeAll(async () => {
    const fact = { agencyId, personId: ming.personId, validUntil: null, batchId: null, confirmedBy: null };
    await inAgency(platform.app, agencyId, async () => {
      const { app } = platform;
      await app.get(Database).repository(Person).update({ id: ming.personId }, { birthDate: '1990-04-05' });
      await app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE', happenedOn: today }]);
      await app.get(RecordChecks).addAll([{ ...fact, result: 'CLEAR', happenedOn: today }]);
    });
    await release(lastDay());
  });

  it('is told at once with its day to whoever holds the old one, and to nobody else', async () => {
    expect([await news(ming), await news(hua)]).toEqual([['agreementNewVersion'], []]);
  });

  it('is reminded of before that day, to sign the one that waits; not on the day on which it was told', async () => {
    await walk(SIGN_WITHIN, 2);
    expect(reminded).toEqual([[7, 'AGREEMENT_VERSION']]);
    expect(await news(ming)).toEqual(['reminderDue']);
  });

  it('asks whoever has signed for nothing more than to ask whose hand is missing', async () => {
    await ming.again();
    const [asked] = await mine(ming);
    await sign(ming, asked as Outcome);
    await walk(1, -3);
    expect(reminded.slice(1)).toEqual([
      [1, 'AGREEMENT_AWAITED'],
      [0, 'AGREEMENT_AWAITED'],
      [-1, 'AGREEMENT_AWAITED'],
    ]);
    platform.clock.set(`${addDays(lastDay(), -1)}T03:00:00.000Z`);
  });

  it('ends the matter once it is in force: nothing of the old one is said any more', async () => {
    await ming.again();
    const [asked, old] = (await mine(ming)) as [Outcome, Outcome];
    expect((await holds(old)).holds).toBe(true);
    await director.again();
    expect((await countersign(asked, 2)).state).toBe('IN_FORCE');
    await walk(0, -10);
    expect(reminded).toHaveLength(4);
    expect([(await holds(old)).holds, (await holds(asked)).holds]).toEqual([false, true]);
  });
});

it('says no longer valid of somebody whose work has stopped, and the same of whoever never was', async () => {
  await ming.again();
  const [kept] = (await mine(ming)) as [Outcome];
  const standing = await holds(kept);
  const who = { agencyId, personId: director.personId, loginId: 'test' as never, sessionId: 'test' };
  const stopped = await platform.app
    .get(WorkStops)
    .stop(personActor(who, [{ role: 'DIRECTOR' }]), ming.personId, { reason: 'CONCERN', words: '' });
  expect(stopped.ok).toBe(true);
  const never = { ...kept, number: 'AAAA-AAAA' };
  expect([standing, await holds(kept)]).toEqual([{ ...standing, holds: true }, await holds(never)]);
});
