// From an event to the people it concerns: who is told, how, in which language, and who is not.
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { FirstRun, PeopleRepository } from '../people/index.js';
import type { Actor } from '../platform/access/index.js';
import { hashPassword, Logins } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobUpkeep, JobWorker, Outbox, type DomainEvents, type EventName } from '../platform/outbox/index.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { CAUGHT_KEPT_DAYS } from './channels/catcher.js';
import { Notice, SentMessage } from './notification.entities.js';

const DAY_MS = 86_400_000;
const PASSWORD = 'a-long-password';
const DIRECTOR = 'director@example.org';
const BATCH = '01900000-0000-7000-8000-000000000001' as never;
const COMPANIONSHIP = '01900000-0000-7000-8000-000000000002' as never;
const PROPOSAL = '01900000-0000-7000-8000-000000000003' as never;

interface NoticeAnswer {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly path: string | null;
  readonly read: boolean;
}

describe('notifications', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let directorId: PersonId;
  let supervisorId: PersonId;
  let volunteerId: PersonId;

  beforeAll(async () => {
    platform = await startTestApp({ PUBLIC_URL: 'https://tongxing.example' });
    const made = await platform.app.get(FirstRun).createAgency({
      agencyName: '同路社工服务中心',
      directorName: '周岚',
      identifier: DIRECTOR,
      password: PASSWORD,
      locale: 'zh-CN',
    });
    if (!made.ok) throw new Error('no agency');
    ({ agencyId, personId: directorId } = made.value);
    supervisorId = await addPerson('陈静', 'supervisor@example.org', 'SUPERVISOR', 'en');
    volunteerId = await addPerson('许诺', '+8613900000001', 'VOLUNTEER', 'zh-CN');
  });
  afterAll(() => platform.stop());

  const system = (): Actor => ({ kind: 'system', agencyId, name: 'test' });

  async function addPerson(name: string, identifier: string, role: Role, locale: 'zh-CN' | 'en'): Promise<PersonId> {
    const { app } = platform;
    const passwordHash = await hashPassword(PASSWORD);
    return app.get(UnitOfWork).run(system(), async () => {
      const loginId = await app.get(Logins).create(identifier, passwordHash, locale);
      const personId = await app.get(PeopleRepository).add({ agencyId, name, loginId });
      await app.get(PeopleRepository).assignRole(agencyId, personId, role, '2026-01-01' as LocalDate);
      return personId;
    });
  }
  async function happen<Name extends EventName>(name: Name, facts: DomainEvents[Name]): Promise<void> {
    await platform.app.get(UnitOfWork).run(system(), () => platform.app.get(Outbox).publish(name, facts));
    await platform.app.get(JobWorker).drain();
  }
  async function signedIn(identifier: string): Promise<TestClient> {
    const client = platform.client();
    expect(await client.signIn(identifier, PASSWORD)).toBe('Viewer');
    return client;
  }
  const noticesOf = async (client: TestClient) =>
    (await client.data<{ notices: NoticeAnswer[] }>('{ notices { id title body path read } }')).notices;
  const unreadOf = async (client: TestClient) =>
    (await client.data<{ viewer: { unreadNotices: number } }>('{ viewer { unreadNotices } }')).viewer.unreadNotices;
  const mark = async (client: TestClient, id: string) =>
    (await client.data<{ markNoticeRead: boolean }>('mutation ($id: ID!) { markNoticeRead(id: $id) }', { id }))
      .markNoticeRead;
  const inbox = async (language = 'zh-CN') =>
    (await platform.client().fetch('/inbox', { headers: { 'accept-language': language } })).text();

  it('refuses notices to a visitor', async () => {
    const answer = await platform.client().graphql('{ notices { id } }');
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('shows an empty inbox in words', async () => {
    expect(await inbox()).toContain('还没有发出过邮件或短信');
    expect(await inbox('en-GB,en;q=0.9')).toContain('No mail or SMS so far');
  });

  it('tells whoever may confirm a roster, but not the one who imported it', async () => {
    await happen('RosterImported', { batchId: BATCH, importedBy: directorId });
    expect(await noticesOf(await signedIn(DIRECTOR))).toEqual([]);
    const [notice] = await noticesOf(await signedIn('supervisor@example.org'));
    expect(notice).toMatchObject({ title: 'A roster awaits your confirmation', read: false });
    expect(notice?.path).toMatch(/^\/agency\/imports\/[\w-]+$/);
    const page = await inbox();
    expect(page).toContain('supervisor@example.org');
    expect(page).toContain(`href="https://tongxing.example${notice?.path}"`);
  });

  it('asks a volunteer by SMS, in Chinese, and keeps the notice from everybody else', async () => {
    await happen('ProposalAccepted', {
      proposalId: PROPOSAL,
      companionshipId: COMPANIONSHIP,
      volunteerPersonId: volunteerId,
    });
    const volunteer = await signedIn('13900000001');
    expect(await unreadOf(volunteer)).toBe(1);
    const [notice] = await noticesOf(volunteer);
    expect(notice).toMatchObject({ title: '有一段成长陪伴在等您的回答', path: '/volunteer/companionships' });
    expect(await inbox()).toContain('【同行】有一段成长陪伴在等您的回答');

    const supervisor = await signedIn('supervisor@example.org');
    expect((await noticesOf(supervisor)).map(({ id }) => id)).not.toContain(notice?.id);
    expect(await mark(supervisor, notice?.id ?? '')).toBe(false);
    expect(await unreadOf(volunteer)).toBe(1);

    expect(await mark(volunteer, notice?.id ?? '')).toBe(true);
    expect(await mark(volunteer, notice?.id ?? '')).toBe(true);
    expect(await unreadOf(volunteer)).toBe(0);
    expect(await mark(volunteer, 'nonsense')).toBe(false);
  });

  it('speaks the language that the reader has chosen since', async () => {
    const volunteer = await signedIn('13900000001');
    await volunteer.data('mutation { changeLanguage(locale: EN) { id } }');
    expect((await noticesOf(volunteer))[0]?.title).toBe('A companionship awaits your answer');
    await volunteer.data('mutation { changeLanguage(locale: ZH_CN) { id } }');
  });

  it('tells worker and volunteer of a withdrawn consent in neutral words', async () => {
    const people = { workerPersonId: supervisorId, volunteerPersonId: volunteerId };
    await happen('ConsentWithdrawn', { companionshipId: COMPANIONSHIP, ...people });
    const [forWorker] = await noticesOf(await signedIn('supervisor@example.org'));
    expect(forWorker?.title).toBe('A consent was withdrawn');
    const [forVolunteer] = await noticesOf(await signedIn('13900000001'));
    expect(forVolunteer?.body).toContain('这不是您的问题');
    expect(forVolunteer?.body).not.toContain('同意');
  });

  it('sends a guardian the link by SMS, and nobody a notice', async () => {
    const before = await platform.app.get(Database).repository(Notice).count();
    const path = '/guardian/secret-of-the-link';
    await happen('GuardianLinkCreated', {
      phone: '+8613700000009',
      path,
      expiresAt: '2026-12-01T02:00:00.000Z',
      locale: 'zh-CN',
    });
    expect(await platform.app.get(Database).repository(Notice).count()).toBe(before);
    const page = await inbox();
    expect(page).toContain('+8613700000009');
    expect(page).toContain(`href="https://tongxing.example${path}"`);
    expect(page).toContain('2026-12-01');
  });

  it('keeps what was sent sealed in the table', async () => {
    const rows = JSON.stringify(await platform.app.get(Database).repository(SentMessage).find());
    expect(rows).not.toMatch(/13700000009|secret-of-the-link|example\.org/);
  });

  it('shows a mail as it looks, and nothing for another id', async () => {
    const id = /\/inbox\/([0-9a-f-]{36})/.exec(await inbox())?.[1];
    const mail = await platform.client().fetch(`/inbox/${id}`);
    expect(mail.status).toBe(200);
    expect(await mail.text()).toContain('A consent was withdrawn');
    expect((await platform.client().fetch('/inbox/01900000-0000-7000-8000-00000000ffff')).status).toBe(404);
    expect((await platform.client().fetch('/inbox/..%2f..%2fetc')).status).toBe(404);
  });

  it('forgets what was sent seven days ago, and nothing younger', async () => {
    const rows = () => platform.app.get(Database).repository(SentMessage).count();
    const before = await rows();
    expect(before).toBeGreaterThan(1);
    platform.clock.advance(CAUGHT_KEPT_DAYS * DAY_MS);
    await platform.app.get(JobUpkeep).run();
    expect(await rows()).toBe(before);
    platform.clock.advance(1);
    await platform.app.get(JobUpkeep).run();
    expect(await rows()).toBe(0);
    expect(await inbox()).toContain('还没有发出过邮件或短信');
  });
});
