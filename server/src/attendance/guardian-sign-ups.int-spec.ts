// A guardian signs the own child up by the personal link, on the engine under test: nobody else may, the child's own no
// stands, the last place is given once, and a link that was taken back opens nothing.
import type { AgencyId } from '@tongxing/shared/kernel';
import { Activity } from '../activities/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { activePair, type TestPair } from '../testing/test-pair.js';
import { TeamOffer } from '../teams/index.js';
import { ActivityChild } from './index.js';

const LIST = `{ childActivities { list { activityId theme venueName outsiders signedUp mayOptOut refusal } } }`;
const RESULT = '__typename ... on SignUpRefused { why } ... on ChildActivities { list { theme signedUp refusal } }';
const SIGN_UP = `mutation ($i: SignUpChildInput!) { outcome: signUpChild(input: $i) { ${RESULT} } }`;
const OPT_OUT = `mutation ($i: OptOutChildInput!) { outcome: optOutChild(input: $i) { ${RESULT} } }`;
const LINK = `mutation ($i: CreateGuardianLinkInput!) { outcome: createGuardianLink(input: $i) { ... on GuardianLink { path } } }`;
const LINKS = 'query ($id: ID!) { guardianLinks(companionshipId: $id) { id } }';
const REVOKE = 'mutation ($i: RevokeGuardianLinkInput!) { revokeGuardianLink(input: $i) { __typename } }';

interface Listed {
  readonly activityId: string;
  readonly theme: string;
}
let platform: TestApp;
let pair: TestPair;
let agencyId: AgencyId;
let guardian: TestClient;
let count = 0;
const venueId = '01900000-0000-7000-8000-00000000e001';

const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const venues = () => platform.app.get(Database).manager.getRepository('Venue');
const written = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
const newId = () => `01900000-0000-7000-8000-00000000f${String((count += 1)).padStart(3, '0')}`;
const act = async (mutation: string, i: object, client = guardian) =>
  (await client.data<{ outcome: { __typename: string; why?: string } }>(mutation, { i })).outcome;
const list = async (client = guardian) =>
  (await client.data<{ childActivities: { list: Listed[] } | null }>(LIST)).childActivities?.list;
const yes = (activityId: string) => ({ activityId, childSaidYes: true, outsidersAgreed: false });
const childId = () => fromGlobalId('Child', pair.child.id) as string;

async function opened(theme: string, more: object = {}): Promise<string> {
  const id = newId();
  const text = { themeEn: null, taskGoal: '读书', processGoal: '认识', childrenPart: '选书', childrenGroup: '小组' };
  const sealed = { riskChildrenSealed: null, riskStaffSealed: null, cancelReasonSealed: null };
  await written(() =>
    rows(Activity).insert({
      ...{ id, agencyId, venueId, kind: 'GROWTH_GROUP', theme, onDate: '2026-12-12', startMinute: 600 },
      ...{ endMinute: 700, children: 2, childrenPerAdult: 2, roles: [], budget: [], state: 'OPEN', reviewedBy: null },
      ...{ plannedBy: newId(), requestId: id, version: 1, createdAt: platform.clock.nowIso(), ...text, ...sealed },
      ...more,
    }),
  );
  return id;
}
/** Another child's word. */
async function another(activityId: string, child: string, word: Partial<ActivityChild> = {}): Promise<void> {
  const nothing = { inMinute: null, outMinute: null, seemed: null, noteSealed: null, fetchedBySealed: null };
  const empty = { ...nothing, face: null, wordsSealed: null, version: 1, recordedAt: platform.clock.nowIso() };
  const said = { choice: 'SIGNED_UP' as const, saidBy: 'CHILD' as const, recordedBy: newId() };
  await written(() =>
    rows(ActivityChild).insert({ id: newId(), agencyId, activityId, childId: child, ...said, ...empty, ...word }),
  );
}
async function offer(activityId: string): Promise<void> {
  const terms = { guestsPerWorker: 5, guestsPerChild: 1, visitsPerMonth: 1, hasOtherTasks: false, otherTasks: null };
  const spans = { checkLeadDays: 3, cutOffDays: 2, noticeDays: 10, costLines: [], version: 1 };
  const createdAt = platform.clock.nowIso();
  await written(() => rows(TeamOffer).insert({ id: newId(), agencyId, activityId, ...terms, ...spans, createdAt }));
}
const visit = async (): Promise<TestClient> => {
  const { outcome } = await pair.agency.worker.data<{ outcome: { path: string } }>(LINK, {
    i: { companionshipId: pair.pairId },
  });
  const client = platform.client();
  await client.fetch(outcome.path);
  return client;
};

beforeAll(async () => {
  platform = await startTestApp();
  pair = await activePair(platform, 'signups');
  ({ agencyId } = pair.agency);
  const seen = { people: 40, checks: [], checkedOn: null, recordedBy: newId(), version: 1 };
  const createdAt = platform.clock.nowIso();
  await written(() =>
    venues().insert({ id: venueId, agencyId, name: '社区大厅', address: '河湾路 1 号', ...seen, createdAt }),
  );
  guardian = await visit();
}, 120_000);
afterAll(() => platform.stop());

describe('a sign-up by the personal link', () => {
  it('is nobody’s without a link, and shows what is open alone', async () => {
    const id = await opened('读书会');
    const draft = toGlobalId('Activity', await opened('草稿', { state: 'DRAFT' }));
    for (const mutation of [SIGN_UP, OPT_OUT]) {
      const said = mutation === SIGN_UP ? yes(draft) : { activityId: draft };
      expect(await act(mutation, said)).toEqual({ __typename: 'NotFound' });
    }
    await opened('昨天', { onDate: '2026-11-21' });
    await opened('家长会', { children: 0 });
    expect(await list(platform.client())).toBeUndefined();
    for (const client of [platform.client(), pair.agency.worker, pair.volunteer]) {
      const answer = await client.graphql(SIGN_UP, { i: yes(toGlobalId('Activity', id)) });
      expect(answer.errors?.[0]?.extensions?.['code']).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    }
    expect(await list()).toEqual([
      {
        ...{ activityId: toGlobalId('Activity', id), theme: '读书会', venueName: '社区大厅', outsiders: false },
        ...{ signedUp: false, mayOptOut: false, refusal: null },
      },
    ]);
  });

  it('asks for the child’s own yes, is kept once, and is taken back at any time', async () => {
    const activityId = toGlobalId('Activity', await opened('做风筝'));
    expect(await act(SIGN_UP, { ...yes(activityId), childSaidYes: false })).toMatchObject({ why: 'CHILD_NOT_ASKED' });
    const both = await Promise.all([act(SIGN_UP, yes(activityId)), act(SIGN_UP, yes(activityId))]);
    expect(both.map(({ __typename }) => __typename)).toEqual(['ChildActivities', 'ChildActivities']);
    const kept = await rows(ActivityChild).findBy({ activityId: fromGlobalId('Activity', activityId) as string });
    expect(kept).toMatchObject([{ childId: childId(), choice: 'SIGNED_UP', saidBy: 'GUARDIAN' }]);
    await written(() => rows(Activity).update({ theme: '做风筝' }, { state: 'RUNNING', onDate: '2026-11-22' }));
    expect(await act(OPT_OUT, { activityId })).toMatchObject({ __typename: 'ChildActivities' });
    expect(await act(OPT_OUT, { activityId })).toMatchObject({ __typename: 'ChildActivities' });
    expect(await act(SIGN_UP, yes(activityId))).toMatchObject({ why: 'CLOSED' });
  });

  it('does not turn round what the child said itself', async () => {
    const id = await opened('爬山');
    await another(id, childId(), { choice: 'OPTED_OUT' });
    expect(await act(SIGN_UP, yes(toGlobalId('Activity', id)))).toEqual({
      ...{ __typename: 'SignUpRefused', why: 'CHILD_SAID_NO' },
    });
  });

  it('is refused kindly where it is full, where teams come without a yes to them, and once a month is enough', async () => {
    const { children } = await otherChildren();
    const full = await opened('满了');
    for (const child of children.slice(0, 2)) await another(full, child);
    expect(await act(SIGN_UP, yes(toGlobalId('Activity', full)))).toMatchObject({ why: 'FULL' });
    const [first, second] = [await opened('企业来'), await opened('企业又来', { onDate: '2026-12-19' })];
    await offer(first);
    await offer(second);
    const one = toGlobalId('Activity', first);
    expect(await act(SIGN_UP, yes(one))).toMatchObject({ why: 'CONSENT_MISSING' });
    expect(await act(SIGN_UP, { ...yes(one), outsidersAgreed: true })).toMatchObject({ __typename: 'ChildActivities' });
    const more = { ...yes(toGlobalId('Activity', second)), outsidersAgreed: true };
    expect(await act(SIGN_UP, more)).toMatchObject({ why: 'EXPOSURE' });
    expect(await act(SIGN_UP, yes(toGlobalId('Activity', newId())))).toEqual({ __typename: 'NotFound' });
  });

  it('is over with the link: taken back, nothing is shown and nothing is changed', async () => {
    const activityId = toGlobalId('Activity', await opened('最后一次'));
    const { guardianLinks } = await pair.agency.worker.data<{ guardianLinks: { id: string }[] }>(LINKS, {
      id: pair.pairId,
    });
    await pair.agency.worker.data(REVOKE, { i: { guardianLinkId: guardianLinks[0]?.id } });
    expect(await list()).toBeUndefined();
    const answer = await guardian.graphql(SIGN_UP, { i: yes(activityId) });
    expect(answer.errors?.[0]?.extensions?.['code']).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  });
});

async function otherChildren(): Promise<{ children: string[] }> {
  const found = await platform.app
    .get(Database)
    .read<{ id: string }>('SELECT id FROM child WHERE agencyId = ? AND id <> ? LIMIT 2', [agencyId, childId()]);
  return { children: found.map(({ id }) => id) };
}
