// Told as one has chosen: quiet hours, digests, one click to stop; what concerns safety at once. Refusals first.
import type { Abstract } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { FirstRun, PeopleRepository } from '../../people/index.js';
import type { Actor } from '../../platform/access/index.js';
import { hashPassword, Logins } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { PersonalData } from '../../platform/keys/index.js';
import { JobUpkeep, JobWorker, Outbox, type DomainEvents, type EventName } from '../../platform/outbox/index.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Catcher } from '../channels/catcher.js';
import { Digests } from '../digests.js';
import { Notice } from '../notification.entities.js';
import { MessagePreference } from './preference.entity.js';

const PASSWORD = 'a-long-password';
const COMPANIONSHIP = '01900000-0000-7000-8000-000000000002' as never;
const PROPOSAL = '01900000-0000-7000-8000-000000000003' as never;
const CONCERN = '01900000-0000-7000-8000-000000000004' as never;
const CHOICES = `{ myMessageChoices { kinds { kind frequency offered } quietFrom quietUntil digestHour digestWeekday
  channel channels version } }`;
const CHANGE = `mutation ($input: ChangeMyMessageChoicesInput!) { changeMyMessageChoices(input: $input) {
  ... on MessageChoices { version quietFrom kinds { kind frequency } }
  ... on InvalidInput { code fields { field code } } ... on StaleVersion { code currentVersion } } }`;
const USUAL = { kinds: [], quietFrom: null, quietUntil: null, digestHour: 8, digestWeekday: 1, channel: null };

interface Choices {
  readonly kinds: readonly { readonly kind: string; readonly frequency: string; readonly offered: readonly string[] }[];
  readonly channels: readonly string[];
  readonly version: number;
}

let platform: TestApp;
let agencyId: AgencyId;
let volunteerId: PersonId;
let volunteer: TestClient;

const get = <T>(token: Abstract<T>): T => platform.app.get(token);
const system = (): Actor => ({ kind: 'system', agencyId, name: 'test' });
const inAgency = <T>(work: () => Promise<T>) => get(UnitOfWork).run(system(), work);
/** 2026-03-02 is a Monday; the agency is in Shanghai. */
const at = (local: string) => platform.clock.set(new Date(`${local}:00+08:00`).toISOString());

async function happen<Name extends EventName>(name: Name, facts: DomainEvents[Name]): Promise<void> {
  await inAgency(() => get(Outbox).publish(name, facts));
  await get(JobWorker).drain();
}
const proposed = () =>
  happen('ProposalAccepted', {
    proposalId: PROPOSAL,
    companionshipId: COMPANIONSHIP,
    volunteerPersonId: volunteerId,
  });
const reminded = (lastDay: string, step: number) =>
  happen('ReminderDue', {
    personId: volunteerId,
    kind: 'TRAINING',
    step,
    lastDay: lastDay as LocalDate,
    path: '/volunteer',
  });
const caught = async () => (await get(Catcher).newest()).filter(({ to }) => to === 'xunuo@example.org');
const subjects = async () => (await caught()).map(({ subject }) => subject);
const linkOf = async () => /https:\/\/t\.example(\/u\/\S+)/.exec((await caught())[0]?.text ?? '')?.[1] ?? '';
const noticed = () => get(Database).repository(Notice).countBy({ personId: volunteerId });
async function change(client: TestClient, input: object): Promise<Record<string, unknown>> {
  const { version } = (await client.data<{ myMessageChoices: Choices }>(CHOICES)).myMessageChoices;
  return changeAt(client, version, input);
}
async function changeAt(client: TestClient, version: number, input: object) {
  const variables = { input: { ...USUAL, ...input, version } };
  return (await client.data<{ changeMyMessageChoices: Record<string, unknown> }>(CHANGE, variables))
    .changeMyMessageChoices;
}
const chosen = (kinds: Readonly<Record<string, string>>) =>
  Object.entries(kinds).map(([kind, frequency]) => ({ kind, frequency }));
async function frequencies(): Promise<Record<string, string>> {
  const { myMessageChoices } = await volunteer.data<{ myMessageChoices: Choices }>(CHOICES);
  return Object.fromEntries(myMessageChoices.kinds.map(({ kind, frequency }) => [kind, frequency]));
}
async function addPerson(name: string, identifier: string, role: Role, phone?: string): Promise<PersonId> {
  const passwordHash = await hashPassword(PASSWORD);
  return inAgency(async () => {
    const loginId = await get(Logins).create(identifier, passwordHash, 'zh-CN');
    const personId = await get(PeopleRepository).add({ agencyId, name, phone, loginId });
    await get(PeopleRepository).assignRole(agencyId, personId, role, '2026-01-01' as LocalDate);
    return personId;
  });
}
async function signedIn(identifier: string): Promise<TestClient> {
  const client = platform.client();
  expect(await client.signIn(identifier, PASSWORD)).toBe('Viewer');
  return client;
}

beforeAll(async () => {
  platform = await startTestApp({ PUBLIC_URL: 'https://t.example' });
  at('2026-03-01T10:00');
  const made = await get(FirstRun).createAgency({
    ...{ agencyName: '同路社工服务中心', directorName: '周岚', identifier: 'd@example.org' },
    ...{ password: PASSWORD, locale: 'zh-CN' },
  });
  if (!made.ok) throw new Error('no agency');
  ({ agencyId } = made.value);
  volunteerId = await addPerson('许诺', 'xunuo@example.org', 'VOLUNTEER', '+8613900000001');
  await addPerson('田禾', 'donor@example.org', 'DONOR');
  volunteer = await signedIn('xunuo@example.org');
}, 60_000);
afterAll(() => platform.stop());
/** Each test begins with nothing sent and the usual choice. */
beforeEach(async () => {
  at('2026-03-02T10:00');
  await inAgency(async () => {
    await get(Database).repository(Notice).delete({ agencyId });
    await get(Database).repository(MessagePreference).delete({ agencyId });
    await get(Database).manager.query('DELETE FROM sent_message');
    await get(Database).manager.query('DELETE FROM job');
  });
});

describe('the choice', () => {
  it('is nobody’s but one’s own', async () => {
    const answer = await platform.client().graphql(CHOICES);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('asks about what one hears of, by the ways one can be reached', async () => {
    const { myMessageChoices } = await volunteer.data<{ myMessageChoices: Choices }>(CHOICES);
    expect(myMessageChoices.kinds.map(({ kind }) => kind)).toEqual(['SERVICE', 'SUPERVISION', 'RENEWALS']);
    expect(myMessageChoices).toMatchObject({ channels: ['MAIL', 'SMS'], version: 0 });
    const donor = await signedIn('donor@example.org');
    const theirs = (await donor.data<{ myMessageChoices: Choices }>(CHOICES)).myMessageChoices;
    expect(theirs).toMatchObject({ kinds: [{ kind: 'GIVING', frequency: 'AT_ONCE' }], channels: ['MAIL'] });
  });

  it('is refused where it makes no sense, and where it was changed elsewhere meanwhile', async () => {
    expect(await change(volunteer, { quietFrom: 22 })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'quietUntil', code: 'REQUIRED' }],
    });
    expect(await change(volunteer, { kinds: chosen({ SERVICE: 'WEEKLY' }) })).toMatchObject({
      fields: [{ field: 'frequencies', code: 'NOT_OFFERED' }],
    });
    expect(await changeAt(volunteer, 0, { quietFrom: 22, quietUntil: 7 })).toMatchObject({ version: 1, quietFrom: 22 });
    expect(await changeAt(volunteer, 0, {})).toEqual({ code: 'STALE_VERSION', currentVersion: 1 });
  });

  it('of two first choices at once keeps one, and tells the other', async () => {
    const both = await Promise.all([
      changeAt(volunteer, 0, { digestHour: 9 }),
      changeAt(volunteer, 0, { digestHour: 10 }),
    ]);
    expect(both.filter(({ version }) => version === 1)).toHaveLength(1);
    expect(both.filter(({ code }) => code === 'STALE_VERSION')).toHaveLength(1);
  });

  it('goes with the person', async () => {
    await change(volunteer, { quietFrom: 22, quietUntil: 7 });
    const other = await addPerson('高山', 'gone@example.org', 'VOLUNTEER');
    const gone = await signedIn('gone@example.org');
    await change(gone, { quietFrom: 22, quietUntil: 7 });
    await inAgency(() => get(PersonalData).erase({ agencyId, personId: other, at: platform.clock.nowIso() }));
    const rows = await get(Database).repository(MessagePreference).find();
    expect(rows.map(({ personId }) => personId)).toEqual([volunteerId]);
  });
});

describe('the port', () => {
  it('tells at once by mail, or by SMS where that was chosen', async () => {
    await proposed();
    expect(await subjects()).toEqual(['有一段成长陪伴在等您的回答']);
    await change(volunteer, { channel: 'SMS' });
    await proposed();
    const [newest] = await get(Catcher).newest();
    expect(newest).toMatchObject({ channel: 'SMS', to: '+8613900000001' });
  });

  it('sends nothing in quiet hours and all of it after them, while the notice is there at once', async () => {
    await change(volunteer, { quietFrom: 22, quietUntil: 7 });
    at('2026-03-02T23:00');
    await proposed();
    expect(await noticed()).toBe(1);
    expect(await subjects()).toEqual([]);
    at('2026-03-03T06:59');
    await get(JobWorker).drain();
    expect(await subjects()).toEqual([]);
    at('2026-03-03T07:00');
    await get(JobWorker).drain();
    await get(JobWorker).drain();
    expect(await subjects()).toHaveLength(1);
  });

  it('tells what concerns safety at once, whatever was chosen', async () => {
    await change(volunteer, {
      ...{ quietFrom: 22, quietUntil: 7 },
      kinds: chosen({ SERVICE: 'IN_APP', SUPERVISION: 'IN_APP', RENEWALS: 'IN_APP' }),
    });
    at('2026-03-02T23:00');
    await happen('ConsentWithdrawn', {
      ...{ companionshipId: COMPANIONSHIP, workerPersonId: volunteerId, volunteerPersonId: volunteerId },
    });
    expect(await subjects()).toHaveLength(2);
    const [mail] = await caught();
    expect(mail?.text).not.toContain('/u/');
    await happen('ConcernUnseen', { concernId: CONCERN, personIds: [volunteerId] });
    expect(await subjects()).toHaveLength(3);
    await happen('PasswordChanged', { personId: volunteerId });
    expect((await caught())[0]?.text).not.toContain('/u/');
    expect(await subjects()).toHaveLength(4);
  });

  it('keeps in the app what somebody wants there only', async () => {
    await change(volunteer, { kinds: chosen({ SERVICE: 'IN_APP' }) });
    await proposed();
    expect(await noticed()).toBe(1);
    expect(await get(Catcher).newest()).toEqual([]);
  });
});

describe('a digest', () => {
  const daily = { digestHour: 18, kinds: chosen({ SERVICE: 'DAILY', RENEWALS: 'DAILY' }) };

  it('comes once, at the hour of the agency that was chosen, with what was not read meanwhile', async () => {
    await change(volunteer, daily);
    await proposed();
    await reminded('2026-03-20', 30);
    await proposed();
    const { notices } = await volunteer.data<{ notices: { id: string }[] }>('{ notices { id } }');
    await volunteer.data('mutation ($id: ID!) { markNoticeRead(id: $id) }', { id: notices[0]?.id });
    at('2026-03-02T17:59');
    await get(JobWorker).drain();
    expect(await subjects()).toEqual([]);
    at('2026-03-02T18:00');
    await get(JobWorker).drain();
    expect(await subjects()).toEqual(['您有 2 条消息']);
    const [mail] = await caught();
    expect(mail?.text).toContain('* 有一段成长陪伴在等您的回答');
    expect(mail?.text).toContain('* 您的培训 2026-03-20 到期');
    at('2026-03-03T18:00');
    await get(JobWorker).drain();
    await get(JobUpkeep).run();
    await get(JobWorker).drain();
    expect(await subjects()).toHaveLength(1);
  });

  it('is one, though several workers look for it at once', async () => {
    await change(volunteer, daily);
    await proposed();
    at('2026-03-02T18:30');
    await Promise.all([get(Digests).sweep(), get(Digests).sweep(), get(JobWorker).drain(), get(Digests).sweep()]);
    await get(JobWorker).drain();
    expect(await subjects()).toEqual(['您有 1 条消息']);
  });

  it('takes along what an earlier one missed', async () => {
    await change(volunteer, daily);
    await proposed();
    await inAgency(() => get(Database).manager.query("DELETE FROM job WHERE kind = 'digest.compose'"));
    at('2026-03-02T18:05');
    expect(await get(Digests).sweep()).toBe(0);
    at('2026-03-02T18:10');
    expect(await get(Digests).sweep()).toBe(1);
    await get(JobWorker).drain();
    expect(await subjects()).toEqual(['您有 1 条消息']);
  });

  it('once a week waits for its day, but never beyond the day before something ends', async () => {
    await change(volunteer, { digestWeekday: 5, kinds: chosen({ RENEWALS: 'WEEKLY' }) });
    const friday = '2026-03-06' as LocalDate;
    await reminded(addDays(friday, 1), 7);
    await reminded(friday, 7);
    expect(await subjects()).toEqual(['您的培训 2026-03-06 到期']);
    at('2026-03-06T08:00');
    await get(JobWorker).drain();
    expect((await subjects())[0]).toBe('您有 1 条消息');
  });

  it('is not waited for with a talk that is tomorrow, whatever the hour of either', async () => {
    await change(volunteer, { digestHour: 8, kinds: chosen({ SUPERVISION: 'DAILY' }) });
    const invited = (on: string) =>
      happen('SupervisionScheduled', { sessionId: 'talk', personIds: [volunteerId], on: on as LocalDate });
    await invited('2026-03-04');
    expect(await subjects()).toEqual([]);
    await invited('2026-03-03');
    await invited('2026-03-02');
    expect(await subjects()).toEqual(['督导约您谈一谈', '督导约您谈一谈']);
    at('2026-03-03T08:00');
    await get(JobWorker).drain();
    expect((await subjects())[0]).toBe('您有 1 条消息');
  });

  it('of somebody who wants no mail any more by then is not sent', async () => {
    await change(volunteer, daily);
    await proposed();
    await change(volunteer, { kinds: chosen({ SERVICE: 'IN_APP' }) });
    at('2026-03-02T18:00');
    await get(JobWorker).drain();
    expect(await get(Catcher).newest()).toEqual([]);
  });
});

describe('the link in a mail', () => {
  const post = (path: string) => platform.client().fetch(path, { method: 'POST', body: 'List-Unsubscribe=One-Click' });

  it('that this platform did not write stops nothing', async () => {
    await proposed();
    const link = await linkOf();
    for (const path of ['/u/nonsense', '/u/v1.a.b', `${link.slice(0, -2)}xx`, `/u/${'x'.repeat(900)}`]) {
      expect([(await platform.client().fetch(path)).status, (await post(path)).status]).toEqual([404, 404]);
    }
    expect(await frequencies()).toMatchObject({ SERVICE: 'AT_ONCE' });
  });

  it('tells nothing of whose it is', async () => {
    await proposed();
    const link = await linkOf();
    const page = await (await platform.client().fetch(link)).text();
    for (const told of [link, Buffer.from(link.slice(3)).toString(), page]) {
      expect(told).not.toContain(volunteerId);
      expect(told).not.toMatch(/xunuo|许诺|139000/);
    }
  });

  it('asks whoever opens it, and is done by a post, without a session, once and again', async () => {
    await proposed();
    const link = await linkOf();
    const page = await platform.client().fetch(link);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await page.text()).toContain('不再发送“陪伴的安排”？');
    expect(await frequencies()).toMatchObject({ SERVICE: 'AT_ONCE' });
    for (const answer of [await post(link), await post(link)]) {
      expect([answer.status, answer.redirected]).toEqual([200, false]);
    }
    expect(await frequencies()).toEqual({ SERVICE: 'IN_APP', SUPERVISION: 'AT_ONCE', RENEWALS: 'AT_ONCE' });
    await proposed();
    expect(await subjects()).toHaveLength(1);
    expect(await noticed()).toBe(2);
    const audited = await get(Database).read<{ action: string }>(
      "SELECT action FROM audit_event WHERE action = 'messages.unsubscribed'",
      [],
    );
    expect(audited).toHaveLength(1);
  });

  it('of a digest stops all that is sent together, and nothing else', async () => {
    await change(volunteer, { kinds: chosen({ SERVICE: 'DAILY', RENEWALS: 'WEEKLY' }) });
    await proposed();
    at('2026-03-03T08:00');
    await get(JobWorker).drain();
    expect((await post(await linkOf())).status).toBe(200);
    expect(await frequencies()).toEqual({ SERVICE: 'IN_APP', SUPERVISION: 'AT_ONCE', RENEWALS: 'IN_APP' });
  });

  it('takes back what still waits for the end of quiet hours', async () => {
    await proposed();
    const link = await linkOf();
    await change(volunteer, { quietFrom: 22, quietUntil: 7 });
    at('2026-03-02T23:00');
    await proposed();
    await post(link);
    at('2026-03-03T07:00');
    await get(JobWorker).drain();
    expect(await subjects()).toHaveLength(1);
  });
});
