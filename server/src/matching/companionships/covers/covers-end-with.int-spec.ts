// What ends standing in from outside of it: the family's word taken back by its own link, and the end of the first pair.
import { Database } from '../../../platform/database/index.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../../../testing/matched-agency.js';
import { actAs, PAIR_DAY, PairPath, proposedPairs } from '../../../testing/pair-path.js';
import { startTestApp, type TestApp, type TestClient } from '../../../testing/test-app.js';

const LONG = 240_000;
const READ = `query ($id: ID!) { companionship(id: $id) { version state endCause cover { end } standIn { id } telling { answeredAt }
  blockers { code } takers(first: 20) { suggestions { volunteer { id personId } } } } }`;
const INVITE = `mutation ($i: InviteCoverInput!) { outcome: inviteCover(input: $i) { __typename
  ... on Companionship { id } } }`;
const PAUSE = 'mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename } }';
const END = 'mutation ($i: EndCompanionshipInput!) { outcome: endCompanionship(input: $i) { __typename } }';
const LINK = `mutation ($i: CreateGuardianLinkInput!) { outcome: createGuardianLink(input: $i) { __typename
  ... on GuardianLink { path } } }`;
const CONSENTS = '{ guardianView { consents { id companionName withdrawnOn } } }';
const WITHDRAW = 'mutation ($i: WithdrawConsentInput!) { outcome: withdrawConsent(input: $i) { __typename } }';
const PHONE = '{ myCompanionships { id state child { pseudonym } goal } }';

interface Read {
  readonly version: number;
  readonly state: string;
  readonly endCause: string | null;
  readonly cover: { readonly end: string | null } | null;
  readonly standIn: { readonly id: string } | null;
  readonly takers: { readonly suggestions: readonly { readonly volunteer: { id: string; personId: string } }[] };
}
let platform: TestApp;
let agency: MatchedAgency;
let pair: PairPath;
let phones = 8300;

const read = async (id: string): Promise<Read> =>
  (await agency.worker.data<{ companionship: Read }>(READ, { id })).companionship;
const rowId = (globalId: string): string => Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? '';
async function onPhone(client: TestClient, id: string): Promise<object | undefined> {
  const { myCompanionships } = await client.data<{ myCompanionships: { id: string }[] }>(PHONE);
  return myCompanionships.find((one) => one.id === id);
}
/** Somebody stands in, by every gate, the next of those who were proposed. */
async function standIn(place: number): Promise<PairPath> {
  const { version, takers } = await read(pair.id);
  const volunteer = takers.suggestions[place]?.volunteer;
  const days = { from: PAIR_DAY, until: '2026-12-20' };
  const input = { companionshipId: pair.id, version, volunteerId: volunteer?.id, ...days, share: [], contactIds: [] };
  const outcome = await actAs(agency.worker, INVITE, input);
  expect(outcome.__typename).toBe('Companionship');
  phones += 1;
  const phone = await signInVolunteer(
    platform,
    agency.agencyId,
    rowId(volunteer?.personId ?? ''),
    `1390000${String(phones)}`,
  );
  const cover = pair.as(String(outcome['id']), phone);
  expect(await cover.walk()).toMatchObject({ state: 'ACTIVE' });
  expect(await onPhone(cover.volunteer, cover.id)).toMatchObject({
    state: 'ACTIVE',
    child: expect.anything() as object,
  });
  return cover;
}
/** The family opens its link, and takes back its word on this pair. */
async function takeBack(of: PairPath): Promise<void> {
  const { path } = await actAs(agency.worker, LINK, { companionshipId: of.id });
  const guardian = platform.client();
  expect((await guardian.fetch(String(path))).headers.get('location')).toBe('/guardian');
  const { guardianView } = await guardian.data<{
    guardianView: { consents: { id: string; withdrawnOn: string | null }[] };
  }>(CONSENTS);
  const [row] = await platform.app
    .get(Database)
    .read<{ id: string }>(
      'SELECT id FROM consent WHERE companionshipId = ? AND withdrawnOn IS NULL ORDER BY id DESC LIMIT 1',
      [of.rowId],
    );
  const standing = guardianView.consents.find(({ id }) => rowId(id) === row?.id);
  expect((await actAs(guardian, WITHDRAW, { consentId: standing?.id })).__typename).toBe('GuardianView');
}

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'covers-end');
  const [first] = await proposedPairs(agency, 'covers-end');
  if (!first) throw new Error('nobody was proposed');
  pair = await PairPath.accept(platform, agency, first, '13900008399');
  expect(await pair.walk()).toMatchObject({ state: 'ACTIVE' });
  const { version } = await read(pair.id);
  await actAs(agency.worker, PAUSE, { companionshipId: pair.id, version, reason: '回老家照顾父母' });
}, LONG);
afterAll(() => platform.stop());

describe('standing in ends', () => {
  it('with the family’s word on whoever stands in; the first pair rests as before, with its own consent', async () => {
    const cover = await standIn(0);
    await takeBack(cover);
    expect(await read(cover.id)).toMatchObject({ state: 'ENDED', cover: { end: 'FAMILY' }, telling: null });
    expect(await onPhone(cover.volunteer, cover.id)).toMatchObject({ child: null, goal: null });
    expect(await read(pair.id)).toMatchObject({ state: 'PAUSED', standIn: null });
    expect((await read(pair.id)) as object).not.toMatchObject({ blockers: [{ code: 'CONSENT_WITHDRAWN' }] });
  });

  it('with the family’s word on the first pair, which does not begin again without a new one', async () => {
    const cover = await standIn(1);
    await takeBack(pair);
    expect(await read(cover.id)).toMatchObject({ state: 'ENDED', cover: { end: 'FAMILY' }, telling: null });
    expect(await onPhone(cover.volunteer, cover.id)).toMatchObject({ child: null, goal: null });
    expect((await pair.activate())['blockers']).toMatchObject([{ code: 'CONSENT_WITHDRAWN' }]);
  });

  it('with the first pair, however that ends: the child has one thing to be told about each of the two', async () => {
    await pair.consent();
    const cover = await standIn(2);
    const { version } = await read(pair.id);
    const end = { companionshipId: pair.id, version, reason: '搬到别的城市', closingTalkOn: PAIR_DAY };
    expect((await actAs(agency.worker, END, end)).__typename).toBe('Companionship');
    expect(await read(pair.id)).toMatchObject({ state: 'ENDED', endCause: 'DECIDED' });
    expect(await read(cover.id)).toMatchObject({
      ...{ state: 'ENDED', endCause: 'DECIDED', cover: { end: 'OVER' } },
      telling: { answeredAt: null },
    });
  });
});
