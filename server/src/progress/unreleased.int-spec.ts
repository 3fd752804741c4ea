// A donor's answer is the same, byte for byte, whatever changes in a child's file that was not released to them.
import type { ChildId, LoginId, PersonId } from '@tongxing/shared/kernel';
import { Child } from '../children/index.js';
import { Logins } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { familyAgrees } from '../testing/sponsored-child.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Sponsorships } from '../giving/index.js';
import { Actors, PeopleRepository } from '../people/index.js';
import { ProgressCards } from './progress-cards.js';

const LONG = 180_000;
const MINE = `{ sponsoredChildren { id initial open startsOn endsOn ageBand schoolStage interests district
  cards { id title text releasedAt } } viewer { name agency { name contactPhone } } }`;

/** Columns of a child's own row that say who it is to the database, and on which everything else hangs. */
const KEYS = ['id', 'agencyId', 'personId'];
/** Whose words count is decided by the home that a child has: that is the family's yes itself, not a fact beside it. */
const DECIDES = ['householdId', 'erasedAt'];
/** Other values than any that a row has. */
const OTHERS: Readonly<Record<string, unknown>> = {
  officeId: null,
  areaCode: '110105',
  pseudonym: '青湖九',
  languages: '["fr"]',
  needs: '["CAREER"]',
  freeTimes: '[]',
  categories: '["LEFT_BEHIND"]',
  needPriorities: '{"CAREER":5}',
  difficultyLevel: null,
  discoveryChannel: null,
  discoveredOn: '2020-01-01',
  waitingSince: '2020-02-02',
  schoolStage: 'SENIOR',
  registration: null,
  companionGender: 'MALE',
  priority: 5,
  createdAt: '2020-01-01T00:00:00.000Z',
};

let platform: TestApp;
let agency: MatchedAgency;
let donor: TestClient;
let childId: ChildId;
let before: string;
beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agency = await matchedAgency(platform, 'unreleased');
  const { agencyId } = agency;
  const page = await agency.worker.data<{ children: { edges: { node: { id: string } }[] } }>(
    '{ children(first: 1) { edges { node { id } } } }',
  );
  childId = fromGlobalId('Child', page.children.edges[0]?.node.id ?? '') as ChildId;
  const identifier = 'donor@unreleased.example';
  const donorPersonId = await addPerson(app, agencyId, { name: '沈月', roles: ['DONOR'], identifier });
  donor = platform.client();
  await donor.signIn(identifier, TEST_PASSWORD);
  await release(donorPersonId);
  before = await answer();
}, LONG);
afterAll(() => platform.stop());

const answer = async () => JSON.stringify(await donor.data(MINE));
const write = (work: () => Promise<unknown>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, work);
const update = (table: string, column: string, value: unknown, where: string, ...ids: readonly string[]) =>
  write(() =>
    platform.app.get(Database).manager.query(`UPDATE ${table} SET ${column} = ? WHERE ${where}`, [value, ...ids]),
  );

/** A sponsorship that has begun, and one card of two released. */
async function release(donorPersonId: PersonId): Promise<void> {
  const { app } = platform;
  const actorOf = async (identifier: string) => {
    const login = await app.get(Logins).byIdentifier(identifier);
    const actor = login && (await app.get(Actors).ofLogin(login.id as LoginId, ''));
    if (!actor) throw new Error(`${identifier} is nobody`);
    return actor;
  };
  const worker = await actorOf('worker@unreleased.example');
  const reader = await actorOf('supervisor@unreleased.example');
  await familyAgrees(app, agency.agencyId, childId, worker.personId);
  const made = await app.get(Sponsorships).match(worker, { childId, donorPersonId, requestId: 'one' });
  if (!made.ok) throw new Error(made.error.code);
  const { id, version } = made.value;
  const begun = await app.get(Sponsorships).step(worker, { id, version, step: 'BEGIN', endReason: undefined });
  if (!begun.ok) throw new Error(begun.error.code);
  const words = {
    title: '种豆',
    text: '豆苗长出了第三片叶子。',
    submit: true,
    progressCardId: undefined,
    version: undefined,
  };
  const saved = await app.get(ProgressCards).save(worker, { ...words, childId, requestId: 'card' });
  if (!saved.ok) throw new Error(saved.error.code);
  let card = saved.value;
  for (const step of ['REVIEW', 'RELEASE'] as const) {
    const moved = await app
      .get(ProgressCards)
      .step(reader, { id: card.id, step, note: '', marksSeen: 0, version: card.version });
    if (!moved.ok) throw new Error(moved.error.code);
    card = moved.value;
  }
}

it('there is something to read', () => {
  expect(before).toContain('豆苗长出了第三片叶子');
});

it('a change of what was released is seen: the comparison can fail', async () => {
  await update(
    'progress_card',
    'releasedAt',
    '2021-01-01T00:00:00.000Z',
    "childId = ? AND state = 'RELEASED'",
    childId,
  );
  const changed = await answer();
  expect(changed).not.toBe(before);
  before = changed;
});

it('every column of the child’s row but keys and whose word counts', async () => {
  const { columns } = platform.app.get(Database).source.getMetadata(Child);
  const names = columns.map(({ propertyName }) => propertyName);
  const tried = names.filter((column) => ![...KEYS, ...DECIDES].includes(column));
  for (const column of tried) {
    // Sealed texts go as a whole: what no longer opens would be a fault, what is not there is a change.
    const value = column in OTHERS ? OTHERS[column] : column.endsWith('Sealed') ? null : '0198a0000000700080000000';
    await update('child', column, value, 'id = ?', childId);
    expect([column, await answer()]).toEqual([column, before]);
  }
  expect(tried.length).toBeGreaterThan(20);
});

it('name, phone, sex, and a birthday in the same years', async () => {
  const person = 'id = (SELECT personId FROM child WHERE id = ?)';
  for (const [column, value] of [
    ['gender', null],
    ['phoneSealed', null],
    ['phoneIndex', null],
    ['createdAt', '2020-01-01T00:00:00.000Z'],
  ] as const) {
    await update('person', column, value, person, childId);
    expect([column, await answer()]).toEqual([column, before]);
  }
  const adult = await write(() =>
    platform.app.get(PeopleRepository).add({ agencyId: agency.agencyId, name: '新来的人', phone: '+8613900008888' }),
  );
  expect(adult).toBeTruthy();
  expect(await answer()).toBe(before);
});

it('its companionship, a concern about it, its household’s facts, and every card that was not released', async () => {
  const id = agency.worker;
  const global = (
    await id.data<{ children: { edges: { node: { id: string } }[] } }>(
      '{ children(first: 1) { edges { node { id } } } }',
    )
  ).children.edges[0]?.node.id;
  const raise = 'mutation ($i: RaiseConcernInput!) { raiseConcern(input: $i) { __typename } }';
  await id.data(raise, { i: { childId: global, text: '有点担心', requestId: 'concern-1' } });
  expect(await answer()).toBe(before);
  await id.data('mutation { runMatch(input: { requestId: "match-1" }) { __typename } }');
  expect(await answer()).toBe(before);
  const save =
    'mutation ($i: SaveProgressCardInput!) { outcome: saveProgressCard(input: $i) { __typename ... on ProgressCard { id version } } }';
  const i = { childId: global, title: '另一张', text: '还没有给别人看的话。', submit: true, requestId: 'card-2' };
  const { outcome } = await id.data<{ outcome: { id: string; version: number } }>(save, { i });
  expect(await answer()).toBe(before);
  const step =
    'mutation ($i: StepProgressCardInput!) { outcome: stepProgressCard(input: $i) { __typename ... on ProgressCard { id version } } }';
  await agency.supervisor.data(step, {
    i: { progressCardId: outcome.id, version: outcome.version, step: 'REVIEW', marksSeen: 5 },
  });
  expect(await answer()).toBe(before);
  for (const [table, column, value] of [
    ['household', 'familyForm', null],
    ['household', 'size', 9],
    ['household', 'originProvince', '云南'],
    ['household', 'noteSealed', null],
    ['household', 'officeId', null],
    ['household_address', 'addressSealed', null],
    ['household_member', 'education', null],
    ['household_member', 'isCaregiver', 0],
    ['family_need', 'priority', 1],
  ] as const) {
    await update(table, column, value, 'agencyId = ?', agency.agencyId);
    expect([table, column, await answer()]).toEqual([table, column, before]);
  }
});
