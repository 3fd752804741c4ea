// A company's donation agreement and receipt: who brings one in and who reads it, that it is told as it is written and
// counted nowhere, and that one which was wrong is read no more.
import readWorkbook from 'read-excel-file/node';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Agencies } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { TeamBooking } from '../teams/index.js';
import { FamilyAgency } from '../testing/family-agency.js';
import { PAGES, pdf } from '../platform/testing/papers.js';
import { pdfText } from '../testing/pdf-text.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { addTeamDay } from '../testing/team-day-world.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { TeamPack, TeamPaper } from './pack.entities.js';

const LONG = 180_000;
const PAPER = 'papers { id kind number datedOn amount withdrawnAt why files { id path name } }';
const LIST = `query ($id: ID!) { teamPapers(packId: $id) { ${PAPER} } }`;
const SAID = `__typename ... on TeamPaperList { ${PAPER} } ... on InvalidInput { fields { field code } }`;
const ADD = `mutation ($i: AddTeamPaperInput!) { outcome: addTeamPaper(input: $i) { ${SAID} } }`;
const WITHDRAW = `mutation ($i: WithdrawTeamPaperInput!) { outcome: withdrawTeamPaper(input: $i) { ${SAID} } }`;
const YEAR = `query ($y: Int!) { companyImpact(year: $y) { teamId minutes ${PAPER} } }`;

interface Kept {
  readonly id: string;
  readonly number: string;
  readonly amount: string | null;
  readonly withdrawnAt: string | null;
  readonly why: string;
  readonly files: readonly { readonly id: string; readonly path: string }[];
}
interface Outcome {
  readonly __typename: string;
  readonly papers: readonly Kept[];
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}

let platform: TestApp;
let agency: FamilyAgency;
let agencyId: AgencyId;
let today: LocalDate;
let coordinatorId: PersonId;
let coordinator: TestClient;
let otherTeam: TestClient;
let volunteer: TestClient;
let packId: string;
let teamId: string;
let count = 0;

const signedIn = async (identifier: string): Promise<TestClient> => {
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return client;
};
async function bring(client: TestClient, body?: Uint8Array, subject = packId) {
  count += 1;
  const query = new URLSearchParams({ for: subject, purpose: 'TEAM_PAPER', name: '捐赠收据.pdf' });
  const response = await client.fetch(`/files?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web' },
    body: new Uint8Array(body ?? pdf(...PAGES, `(paper ${String(count)})`)),
  });
  const answer = (await response.json()) as { id?: string; code?: string };
  return { status: response.status, id: answer.id ?? '', code: answer.code };
}
async function add(client: TestClient, more: object = {}): Promise<Outcome> {
  count += 1;
  const said = {
    packId,
    kind: 'DONATION_RECEIPT',
    number: `(2026) ${String(count)}`,
    datedOn: today,
    amount: '1200050',
  };
  const teamPaperFileIds = 'teamPaperFileIds' in more ? [] : [(await bring(client)).id];
  const i = { ...said, teamPaperFileIds, requestId: `paper-${String(count)}`, ...more };
  return (await client.data<{ outcome: Outcome }>(ADD, { i })).outcome;
}
const listed = async (client: TestClient) =>
  (await client.data<{ teamPapers: Outcome }>(LIST, { id: packId })).teamPapers.papers;
const ownYear = async (client: TestClient) => {
  const y = Number(today.slice(0, 4));
  const all = (await client.data<{ companyImpact: (Outcome & { teamId: string; minutes: number })[] }>(YEAR, { y }))
    .companyImpact;
  return all.find((one) => one.teamId === teamId);
};
const read = async (client: TestClient, paper: Kept | undefined) =>
  (await client.fetch(paper?.files[0]?.path ?? '')).status;
const code = async (client: TestClient, query: string, variables: object) =>
  (await client.graphql(query, variables as never)).errors?.[0]?.extensions?.['code'];

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  ({ agencyId } = agency);
  const { app } = platform;
  today = await app.get(Agencies).today(agencyId);
  const csr = { name: '高远', roles: ['CSR_COORDINATOR'], identifier: 'csr@paper.example' } as const;
  coordinatorId = await addPerson(app, agencyId, csr);
  const otherId = await addPerson(app, agencyId, { ...csr, name: '别队', identifier: 'other@paper.example' });
  await addPerson(app, agencyId, { name: '王一', roles: ['EMPLOYEE'], identifier: 'one@paper.example' });
  coordinator = await signedIn('csr@paper.example');
  otherTeam = await signedIn('other@paper.example');
  volunteer = await signedIn('one@paper.example');
  const wish = { agencyId, onDate: today, people: 5 };
  const bookingId = await addTeamDay(app, { ...wish, coordinatorId, name: '晨光' });
  await addTeamDay(app, { ...wish, coordinatorId: otherId, name: '远山' });
  const booking = await app.get(Database).repository(TeamBooking).findOneByOrFail({ id: bookingId });
  const id: string = app.get(Ids).next<never>();
  const of = { id, agencyId, bookingId, teamId: booking.teamId, activityId: booking.activityId, onDate: today };
  const nothing = { edition: 0, children: null, sentAt: null, version: 1, createdAt: app.get(Clock).nowIso() };
  const row = { ...of, closedOn: today, dueOn: today, ...nothing };
  await agency.write(() => app.get(Database).repository(TeamPack).insert(row));
  [packId, teamId] = [toGlobalId('TeamPack', id), toGlobalId('VolunteerTeam', booking.teamId)];
}, LONG);
afterAll(() => platform.stop());

describe('a paper is refused', () => {
  it('from everybody but the agency’s own desk', async () => {
    expect((await bring(agency.stranger)).status).toBe(404);
    expect(await add(agency.stranger, { teamPaperFileIds: ['x'] })).toMatchObject({ __typename: 'NotFound' });
    expect(await listed(agency.stranger)).toEqual([]);
    for (const client of [coordinator, otherTeam, volunteer]) {
      expect((await bring(client)).status).toBe(403);
      expect(await code(client, LIST, { id: packId })).toBe('FORBIDDEN');
      const i = { packId, kind: 'DONATION_RECEIPT', number: '1', datedOn: today, teamPaperFileIds: [], requestId: 'x' };
      expect(await code(client, ADD, { i })).toBe('FORBIDDEN');
      expect(await code(client, WITHDRAW, { i: { teamPaperId: 'x', why: 'x' } })).toBe('FORBIDDEN');
    }
    expect((await bring(platform.client())).status).toBe(401);
  });

  it('as a file of another kind, an empty one, and for a pack that is none', async () => {
    expect((await bring(agency.worker, Buffer.from('MZ not a paper'))).code).toBe('FILE_KIND_REFUSED');
    expect((await bring(agency.worker, Buffer.alloc(0))).code).toBe('FILE_EMPTY');
    expect((await bring(agency.worker, undefined, toGlobalId('TeamPack', 'none'))).status).toBe(404);
  });

  it('without its file, with another one’s file, of tomorrow, and twice under one number', async () => {
    expect((await add(agency.worker, { teamPaperFileIds: [] })).fields).toEqual([
      { field: 'fileIds', code: 'REQUIRED' },
    ]);
    const others = await bring(agency.director);
    expect((await add(agency.worker, { teamPaperFileIds: [others.id] })).fields).toEqual([
      { field: 'fileIds', code: 'NOT_FOUND' },
    ]);
    expect((await add(agency.worker, { datedOn: '2999-01-01' })).fields).toEqual([
      { field: 'datedOn', code: 'IN_FUTURE' },
    ]);
    expect((await add(agency.worker, { number: '一号' })).__typename).toBe('TeamPaperList');
    expect((await add(agency.worker, { number: ' 一号 ' })).fields).toEqual([{ field: 'number', code: 'TAKEN' }]);
    expect((await add(agency.worker, { number: '一号', kind: 'DONATION_AGREEMENT' })).__typename).toBe('TeamPaperList');
  });
});

describe('a paper', () => {
  it('is one, however often and at once it is sent, and is read by the desk and its own team only', async () => {
    const { id } = await bring(agency.worker);
    const same = { teamPaperFileIds: [id], requestId: 'once', number: '(2026) 同一张' };
    const both = await Promise.all([add(agency.worker, same), add(agency.worker, same)]);
    expect(both.map(({ __typename }) => __typename)).toEqual(['TeamPaperList', 'TeamPaperList']);
    const found = (await listed(agency.director)).filter(({ number }) => number === same.number);
    expect(found).toHaveLength(1);
    const [paper] = found;
    expect(paper).toMatchObject({ kind: 'DONATION_RECEIPT', datedOn: today, amount: '1200050', withdrawnAt: null });
    expect((await ownYear(coordinator))?.papers.map((one) => one.number)).toContain(same.number);
    expect(await ownYear(otherTeam)).toBeUndefined();
    for (const client of [agency.worker, agency.director, coordinator]) expect(await read(client, paper)).toBe(200);
    for (const client of [otherTeam, agency.stranger]) expect(await read(client, paper)).toBe(404);
    expect([403, 404]).toContain(await read(volunteer, paper));
    expect(await read(platform.client(), paper)).toBe(401);
    expect((await agency.worker.fetch(paper?.files[0]?.path ?? '', { method: 'DELETE' })).status).not.toBe(204);
    const told = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .findBy({ agencyId, action: 'teamPaper.added' });
    expect(told.length).toBeGreaterThan(0);
  });

  it('waits for nobody else: before it is brought in as a paper, only whoever sent the file opens it', async () => {
    const { id } = await bring(agency.worker);
    expect((await coordinator.fetch(`/files/${id}`)).status).toBe(404);
    expect((await agency.director.fetch(`/files/${id}`)).status).toBe(404);
    expect((await agency.worker.fetch(`/files/${id}`)).status).toBe(200);
  });

  it('is in the report as it is written, adds nothing up, and is no formula', async () => {
    await add(agency.worker, { number: '=SUM(A1:A9)', amount: '1200050' });
    await add(agency.worker, { number: '没有金额', amount: null });
    const at = `/files/impact/${teamId}/${today.slice(0, 4)}`;
    const bytes = async (name: string) => Buffer.from(await (await coordinator.fetch(`${at}/${name}`)).arrayBuffer());
    const text = pdfText(await bytes('report.pdf'));
    for (const word of ['捐赠收据', '12000.50', '没有写', '不是账目']) expect(text).toContain(word);
    const cells = (await readWorkbook(await bytes('report.xlsx'))).flatMap(({ data }) => data.flat());
    for (const cell of ['=SUM(A1:A9)', '12000.50']) expect(cells).toContain(cell);
    expect((await bytes('report.xlsx')).includes('<f>')).toBe(false);
    expect((await ownYear(coordinator))?.minutes).toBe(0);
  });

  it('that was wrong stays at the desk with why, and the team reads it no more', async () => {
    const paper = (await add(agency.worker, { number: '写错的' })).papers.find(({ number }) => number === '写错的');
    const withdraw = async (client: TestClient, why: string) =>
      (await client.data<{ outcome: Outcome }>(WITHDRAW, { i: { teamPaperId: paper?.id, why } })).outcome;
    expect(await read(coordinator, paper)).toBe(200);
    expect((await withdraw(agency.stranger, '不是我们的')).__typename).toBe('NotFound');
    expect((await withdraw(agency.worker, ' ')).fields).toEqual([{ field: 'why', code: 'REQUIRED' }]);
    await Promise.all([withdraw(agency.worker, '编号写错了'), withdraw(agency.director, '编号写错了')]);
    const [kept] = (await listed(agency.worker)).filter(({ number }) => number === '写错的');
    expect(kept).toMatchObject({ why: '编号写错了' });
    expect(kept?.withdrawnAt).not.toBeNull();
    expect(await read(coordinator, paper)).toBe(404);
    expect(await read(agency.director, paper)).toBe(200);
    expect((await ownYear(coordinator))?.papers.map(({ number }) => number)).not.toContain('写错的');
    const where = { agencyId, action: 'teamPaper.withdrawn' };
    expect(await platform.app.get(Database).repository(AuditEvent).countBy(where)).toBe(1);
    expect((await add(agency.worker, { number: '写错的' })).__typename).toBe('TeamPaperList');
  });

  it('outlasts whoever brought it in', async () => {
    const second = await addPerson(platform.app, agencyId, {
      ...{ name: '何苗', roles: ['SUPERVISOR'], identifier: 'second@paper.example' },
    });
    const desk = await signedIn('second@paper.example');
    const paper = (await add(desk, { number: '留下的' })).papers.find(({ number }) => number === '留下的');
    const at = platform.app.get(Clock).nowIso();
    await agency.write(() => platform.app.get(PersonalData).erase({ agencyId, personId: second, at }));
    expect(await read(coordinator, paper)).toBe(200);
    const { id } = await platform.app.get(Database).repository(TeamPaper).findOneByOrFail({ number: '留下的' });
    expect(paper?.id).toBe(toGlobalId('TeamPaper', id));
  });
});
