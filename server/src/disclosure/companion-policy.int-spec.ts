// What a companion reads of a child goes through the ledger's policy, and taking back is one act on either page.
import type { AgencyId, ChildId, CompanionshipId, LocalDate, LoginId } from '@tongxing/shared/kernel';
import { Actors } from '../people/index.js';
import { Logins } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { TEST_PASSWORD } from '../testing/staff.js';
import { guardiansOf, heard, type Voice } from '../testing/ledger-sitting.js';
import { act, acceptedPair, ACTIVATE, ANSWER, CONSENT, PLAN, type TestPair } from '../testing/test-pair.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { CompanionWords } from './companion-words.js';
import { ConsentUpkeep } from './ledger/consent-upkeep.js';

const LONG = 180_000;
const DAY = '2026-11-22';
const ABOUT = { purpose: 'COMPANIONSHIP', audience: 'VOLUNTEER', until: '2027-11-21' } as const;
const MINE = '{ myCompanionships { state version goal child { pseudonym stage languages interests } } }';
const LINES = `query ($id: ID!) { consentLedger(childId: $id) { lines { purpose groups { group verdict } } } }`;
const ASK = `mutation ($i: AskByLinkInput!) { outcome: askByLink(input: $i) { __typename ... on ConsentAsked { path } } }`;
const OWN = `{ guardianView { consents { id withdrawnOn } } ownConsents(language: ZH) { lines { purpose groups { answer } } } }`;
const TAKE_BACK = `mutation ($i: TakeBackOwnConsentInput!) { outcome: takeBackOwnConsent(input: $i) { __typename } }`;
const WITHDRAW = `mutation ($i: WithdrawConsentInput!) { outcome: withdrawConsent(input: $i) { __typename } }`;
const BAR = `mutation ($i: GuardianBarInput!) { outcome: barGuardian(input: $i) { __typename } }`;
const LIFT = `mutation ($i: GuardianBarInput!) { outcome: liftGuardianBar(input: $i) { __typename } }`;

interface Read {
  readonly state: string;
  readonly version: number;
  readonly goal: string | null;
  readonly child: { readonly stage: string | null; readonly interests: string[]; readonly languages: string[] } | null;
}
interface OwnPage {
  readonly guardianView: { readonly consents: { readonly id: string; readonly withdrawnOn: string | null }[] };
  readonly ownConsents: { readonly lines: { readonly groups: { readonly answer: string }[] }[] };
}

let platform: TestApp;
let pair: TestPair;
let worker: TestClient;
let childId: string;
let requests = 0;

beforeAll(async () => {
  platform = await startTestApp();
  pair = await acceptedPair(platform, 'policy');
  ({ worker } = pair.agency);
  childId = pair.child.id;
  await born('2017-05-05');
}, LONG);
afterAll(() => platform.stop());

const read = async (): Promise<Read> => {
  const [mine] = (await pair.volunteer.data<{ myCompanionships: Read[] }>(MINE)).myCompanionships;
  if (!mine) throw new Error('the volunteer has no pair');
  return mine;
};
const requestId = () => `policy-${String((requests += 1)).padStart(4, '0')}`;
async function says(guardian: Voice | undefined, child: Voice | undefined): Promise<void> {
  platform.clock.advance(1000);
  const sitting = { requestId: requestId(), ...(guardian ? { guardian } : {}), ...(child ? { child } : {}) };
  expect(await heard(worker, childId, ABOUT, sitting)).toBe('ConsentLedger');
}
const YES: Voice = { says: 'YES' };
const born = (birthDate: string) =>
  platform.app
    .get(UnitOfWork)
    .run({ kind: 'system', agencyId: pair.agency.agencyId, name: 'test' }, () =>
      platform.app
        .get(Database)
        .manager.query('UPDATE person SET birthDate = ? WHERE id = (SELECT personId FROM child WHERE id = ?)', [
          birthDate,
          fromGlobalId('Child', childId),
        ]),
    );
const firstGuardian = async () => {
  const [guardian] = await guardiansOf(worker, childId);
  if (!guardian) throw new Error('the child has no guardian');
  return guardian;
};
/** The family's yes to this companion, by the guardian whom the household knows, and the pair goes on. */
async function agree(): Promise<void> {
  platform.clock.advance(1000);
  const { name } = await firstGuardian();
  const word = {
    ...{ guardianName: name, relation: '家人', method: 'SIGNATURE', serviceAgreementSignedOn: '2026-11-20' },
    ...{ givenOn: DAY, validUntil: '2027-11-21', childAnswer: 'YES', childAnsweredOn: DAY },
  };
  const companionshipId = pair.pairId;
  const heardIt = await act(worker, CONSENT, { companionshipId, version: (await read()).version, ...word });
  expect(heardIt.__typename).toBe('Companionship');
  const begun = await act(worker, ACTIVATE, { companionshipId, version: (await read()).version, startsOn: DAY });
  expect(begun.__typename).toBe('Companionship');
}
async function guardian(): Promise<TestClient> {
  const { id } = await firstGuardian();
  const asked = await act(worker, ASK, { childId, guardianId: id, ...ABOUT });
  const client = platform.client();
  await client.fetch(String(asked['path']));
  return client;
}
const verdicts = async () => {
  const { consentLedger } = await worker.data<{
    consentLedger: { lines: { purpose: string; groups: { verdict: string }[] }[] };
  }>(LINES, { id: childId });
  const line = consentLedger.lines.find(({ purpose }) => purpose === ABOUT.purpose);
  return new Set(line?.groups.map(({ verdict }) => verdict));
};
async function titlesFor(client: TestClient): Promise<string[]> {
  await platform.app.get(JobWorker).drain();
  return (await client.data<{ notices: { title: string }[] }>('{ notices { title } }')).notices.map(
    ({ title }) => title,
  );
}

describe('what a companion reads', () => {
  it('is nothing by the ledger alone: without a yes to this very companion no word opens anything', async () => {
    const companionshipId = pair.pairId;
    await act(pair.volunteer, ANSWER, { companionshipId, version: 1, agree: true, acceptConduct: true });
    const plan = { taskGoal: '读完一本书', processGoal: '愿意说出想法', meetingPlace: '社工站', contactsPerMonth: 2 };
    await act(worker, PLAN, { companionshipId, version: (await read()).version, ...plan });
    await says(YES, YES);
    expect(await read()).toMatchObject({ child: null, goal: null });
  });

  it('is what the family said yes to, group by group, and the worker sees why', async () => {
    await agree();
    const open = await read();
    expect(open).toMatchObject({ state: 'ACTIVE', goal: '读完一本书', child: { stage: 'PRIMARY' } });
    expect(open.child?.languages.length).toBeGreaterThan(0);
    expect(await verdicts()).toEqual(new Set(['SHOWN']));
    await says({ says: 'YES', but: { SCHOOL_STAGE: 'NO', COMPANION_CONTACT: 'NO' } }, YES);
    expect(await read()).toMatchObject({ state: 'ACTIVE', child: { stage: null, languages: [] } });
    expect((await read()).child?.interests).toEqual(open.child?.interests);
    await says(YES, { says: 'YES', but: { INTERESTS: 'NO' } });
    expect((await read()).child).toMatchObject({ stage: 'PRIMARY', interests: [] });
    await says(YES, YES);
    expect((await read()).child).toEqual(open.child);
  });

  it('closes when whoever said yes is under suspicion, and opens again by a second person', async () => {
    const { id: guardianId } = await firstGuardian();
    const mark = { childId, guardianId, reason: '需要先弄清楚' };
    await act(worker, BAR, mark);
    expect(await read()).toMatchObject({ child: null, goal: null });
    expect(await verdicts()).toEqual(new Set(['GIVER_BARRED']));
    await act(pair.agency.director, LIFT, mark);
    expect((await read()).child).not.toBeNull();
  });
});

describe('taking back is one act', () => {
  it('on the page of the ledger: the companion’s consent goes with it, the pair rests, the worker hears', async () => {
    const before = await titlesFor(worker);
    const family = await guardian();
    const taken = await act(family, TAKE_BACK, { ...ABOUT, until: undefined, language: 'ZH', requestId: requestId() });
    expect(taken.__typename).toBe('OwnConsents');
    expect(await read()).toMatchObject({ state: 'PAUSED', child: null, goal: null });
    const page = await family.data<OwnPage>(OWN);
    expect(page.guardianView.consents.map(({ withdrawnOn }) => withdrawnOn)).toEqual([DAY]);
    const after = await titlesFor(worker);
    expect(after.filter((title) => title === '一个家庭收回了同意').length).toBe(
      before.filter((title) => title === '一个家庭收回了同意').length + 1,
    );
    // Who holds nothing of this child is not told of it.
    expect(await titlesFor(pair.agency.colleague)).not.toContain('一个家庭收回了同意');
  });

  it('on the card of a companion: the words of the ledger go with it', async () => {
    platform.clock.advance(1000);
    await says(YES, YES);
    await agree();
    expect((await read()).child).not.toBeNull();
    const family = await guardian();
    const { guardianView } = await family.data<OwnPage>(OWN);
    const standing = guardianView.consents.find(({ withdrawnOn }) => withdrawnOn === null);
    platform.clock.advance(1000);
    expect((await act(family, WITHDRAW, { consentId: standing?.id })).__typename).toBe('GuardianView');
    expect(await read()).toMatchObject({ state: 'PAUSED', child: null });
    const { ownConsents } = await family.data<OwnPage>(OWN);
    expect(ownConsents.lines.flatMap(({ groups }) => groups.map(({ answer }) => answer))).not.toContain('YES');
    expect(await verdicts()).toEqual(new Set(['GUARDIAN_SAID_NO']));
  });

  it('by a worker, on the family’s word: the same', async () => {
    platform.clock.advance(1000);
    await says(YES, YES);
    await agree();
    expect((await read()).state).toBe('ACTIVE');
    await says({ says: 'NO' }, YES);
    expect(await read()).toMatchObject({ state: 'PAUSED', child: null });
  });
});

describe('on turning fourteen', () => {
  const readsIt = async (): Promise<boolean> => {
    const words = platform.app.get(CompanionWords);
    const one = {
      id: fromGlobalId('Companionship', pair.pairId) as CompanionshipId,
      childId: fromGlobalId('Child', childId) as ChildId,
    };
    const today = platform.clock.now().getTime() + 8 * 3_600_000;
    const day = new Date(today).toISOString().slice(0, 10) as LocalDate;
    return ((await words.groupsFor(pair.agency.agencyId as AgencyId, [one], day)).get(one.id)?.size ?? 0) > 1;
  };
  const tasks = async () => {
    const login = await platform.app.get(Logins).byIdentifier('worker@policy.example');
    const actor = login && (await platform.app.get(Actors).ofLogin(login.id as LoginId, ''));
    if (!actor) throw new Error('the worker is nobody');
    const all = await platform.app.get(ConsentUpkeep).list(actor);
    return all
      .filter(({ child }) => child.id === fromGlobalId('Child', childId))
      .map(({ kind, dueOn }) => [kind, dueOn]);
  };

  it('nothing holds without the child’s own word, given within sixty days before; the worker is told in time', async () => {
    platform.clock.advance(1000);
    await says(YES, YES);
    await agree();
    // Fourteen on 10 February 2027; the sixty days begin on 12 December. A day of the agency begins at 16:00 UTC.
    await born('2013-02-10');
    const given = platform.clock.nowIso();
    const at = (instant: string) => platform.clock.set(instant);
    at('2026-12-11T15:59:59.999Z');
    expect([await readsIt(), await tasks()]).toEqual([true, []]);
    at('2026-12-11T16:00:00.000Z');
    expect([await readsIt(), await tasks()]).toEqual([true, [['OWN_WORD_DUE', '2027-02-10']]]);
    at('2027-02-09T15:59:59.999Z');
    expect(await readsIt()).toBe(true);
    at('2027-02-09T16:00:00.000Z');
    expect([await readsIt(), await tasks()]).toEqual([false, [['OWN_WORD_DUE', '2027-02-10']]]);

    // A word a moment too early does not carry over the birthday; one at the moment itself does.
    for (const [heardAt, carries] of [
      ['2026-12-11T15:59:59.000Z', false],
      ['2026-12-11T16:00:00.000Z', true],
    ] as const) {
      at(heardAt);
      const again = platform.client();
      await again.signIn('worker@policy.example', TEST_PASSWORD);
      expect(await heard(again, childId, ABOUT, { requestId: requestId(), guardian: YES, child: YES })).toBe(
        'ConsentLedger',
      );
      at('2027-02-09T16:00:00.000Z');
      expect([heardAt, await readsIt()]).toEqual([heardAt, carries]);
    }
    at(given);
  });
});
