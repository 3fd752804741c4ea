// H26, fact by fact: with everything else in hand, each missing fact alone keeps a pair from Active, on every way in.
import type { LocalDate } from '@tongxing/shared/kernel';
import type { BlockerCode } from '@tongxing/shared/rules';
import type { Actor, PersonActor } from '../../platform/access/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { PAIR_DAY, PairPath, proposedPairs } from '../../testing/pair-path.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { Companionships } from './companionships.js';

const LONG = 180_000;
const LATER = '2026-12-24';
const PAGE = 'query ($id: ID!) { companionship(id: $id) { state blockers { code } } }';
type Table = 'Companionship' | 'Consent' | 'RecordCheck';
type Values = Readonly<Record<string, string | null>>;

/** What is taken away: in whose row, and what stands there instead. */
const MISSING: readonly (readonly [string, BlockerCode, Table, Values])[] = [
  ['a service agreement', 'SERVICE_AGREEMENT_MISSING', 'Consent', { serviceAgreementSignedOn: LATER }],
  ['a consent of the guardian', 'CONSENT_MISSING', 'Consent', { givenOn: LATER }],
  ['a consent that still holds', 'CONSENT_EXPIRED', 'Consent', { validUntil: '2026-11-21' }],
  ['a consent that was not taken back', 'CONSENT_WITHDRAWN', 'Consent', { withdrawnOn: PAIR_DAY }],
  ['an answer of the child', 'CHILD_ANSWER_MISSING', 'Consent', { childAnswer: 'NOT_ASKED', childAnsweredOn: null }],
  ['a yes of the child', 'CHILD_SAID_NO', 'Consent', { childAnswer: 'NO' }],
  [
    'a family that did not say stop',
    'FAMILY_SAID_STOP',
    'Companionship',
    { familyStoppedAt: '2026-11-22T01:00:00.000Z' },
  ],
  ['an approved plan', 'PLAN_MISSING', 'Companionship', { planSealed: null }],
  ['conduct rules accepted', 'CONDUCT_NOT_ACCEPTED', 'Companionship', { conductAcceptedOn: null }],
  ['an eligible volunteer', 'VOLUNTEER_NOT_ELIGIBLE', 'RecordCheck', { happenedOn: '2024-01-01' }],
];

let platform: TestApp;
let agency: MatchedAgency;
let pair: PairPath;

const write = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, work);
const onPage = async () =>
  (await agency.worker.data<{ companionship: { state: string; blockers: object[] } }>(PAGE, { id: pair.id }))
    .companionship;
const whereOf = (table: Table) => {
  if (table === 'Companionship') return { id: pair.rowId };
  if (table === 'Consent') return { companionshipId: pair.rowId };
  return { personId: fromGlobalId('Person', pair.proposed.volunteer.personId) };
};

/** Takes a fact away for as long as `work` goes on, and puts back what stood there. */
async function without(table: Table, values: Values, work: () => Promise<void>): Promise<void> {
  const { manager } = platform.app.get(Database);
  const where = whereOf(table);
  const rows = await manager.find<{ id: string } & Record<string, unknown>>(table, { where });
  const keys = Object.keys(values);
  await write(() => platform.app.get(Database).manager.update(table, where, values));
  try {
    await work();
  } finally {
    for (const row of rows) {
      const before = Object.fromEntries(keys.map((key) => [key, row[key] as string | null]));
      await write(() => platform.app.get(Database).manager.update(table, { id: row.id }, before));
    }
  }
}

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'factbyfact');
  const [proposed] = await proposedPairs(agency, 'factbyfact');
  if (!proposed) throw new Error('nobody was proposed');
  pair = await PairPath.accept(platform, agency, proposed, '13900007201');
  await pair.agree();
  await pair.consent();
  expect(await pair.approvePlan()).toMatchObject({ state: 'FAMILY_CONSENTED' });
}, LONG);
afterAll(() => platform.stop());

// A pair that rested goes on by the same gate, or a fact that fell away meanwhile would be forgotten.
describe.each(['FAMILY_CONSENTED', 'PAUSED'])('from %s a pair becomes Active', (state) => {
  beforeAll(() =>
    write(async () => {
      await platform.app.get(Database).manager.update('Companionship', { id: pair.rowId }, { state });
    }),
  );

  it.each(MISSING)('never without %s: %s, by page, API, import and seed', async (_fact, code, table, values) => {
    await without(table, values, async () => {
      expect(await onPage()).toEqual({ state, blockers: [{ code }] });
      const asked = await pair.activate();
      expect(asked['__typename']).toBe('CompanionshipBlocked');
      expect((asked['blockers'] as { code: string }[]).map((blocker) => blocker.code)).toEqual([code]);
      for (const name of ['import', 'seed']) {
        const system: Actor = { kind: 'system', agencyId: agency.agencyId, name };
        const { version } = await pair.row();
        const outcome = await platform.app
          .get(Companionships)
          .activate(system as unknown as PersonActor, pair.rowId, Number(version), PAIR_DAY as LocalDate);
        expect(outcome).toMatchObject({ ok: false, error: { code: 'COMPANIONSHIP_BLOCKED', blockers: [{ code }] } });
      }
    });
    expect(await onPage()).toEqual({ state, blockers: [] });
  });
});

it('becomes Active once nothing is missing', async () => {
  expect(await pair.activate()).toMatchObject({ __typename: 'Companionship', state: 'ACTIVE' });
});
