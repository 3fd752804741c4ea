// The families' service agreement and a minor's co-signing guardian: by a link without an account, on the worker's device,
// on paper; refusals first. And rule H26 asks for the agreement that was signed here, by every way in.
import { createHash } from 'node:crypto';
import type { AgencyId } from '@tongxing/shared/kernel';
import { VolunteersRepository } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { phonePhoto } from '../platform/testing/papers.js';
import { toGlobalId } from '../platform/graphql/index.js';
import {
  AGREEMENT_TEXTS,
  COSIGN,
  COUNTERSIGN,
  LEAVE_FAMILY,
  MAKE_LINK,
  OF_FAMILY,
  OFFER,
  RELEASE_TEMPLATE,
  SAVE_TEMPLATE,
  SIGN_FAMILY,
  SIGN_FOR_GUARDIAN,
  TO_SIGN_BESIDE,
} from '../testing/agreements.js';
import { FamilyAgency } from '../testing/family-agency.js';
import { pdfText, textBetween } from '../testing/pdf-text.js';
import { matchedAgency } from '../testing/matched-agency.js';
import { PairPath, proposedPairs } from '../testing/pair-path.js';
import { addPerson, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { TEXT_MARKS } from './agreement-sheet.js';
import { AgreementLink } from './agreement.entities.js';

const LONG = 180_000;
const DAY_MS = 86_400_000;
const ASK = `mutation ($i: AskByLinkInput!) { outcome: askByLink(input: $i) { __typename ... on ConsentAsked { path } } }`;
const BAR = `mutation ($i: GuardianBarInput!) { outcome: barGuardian(input: $i) { __typename } }`;
const GUARDIANS = `query ($id: ID!) { consentLedger(childId: $id) { guardians { id name } } }`;
const TEXTS = { ...AGREEMENT_TEXTS, titleZh: '服务协议', titleEn: 'Service agreement' };
const HAND = { method: 'TYPED', name: '张禾', relation: '母亲' };

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly path?: string;
  readonly textHash: string;
  readonly text: string;
  readonly toSign: boolean;
  readonly signed: boolean;
  readonly guardianName: string;
  readonly waitsFor: readonly string[];
  readonly hands: readonly object[];
  readonly fields?: readonly object[];
}

let platform: TestApp;
let agency: FamilyAgency;
let requests = 0;

const act = async (client: TestClient, mutation: string, i: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
async function lead(agencyId: AgencyId, key: string): Promise<TestClient> {
  const identifier = `${key}@service.example`;
  await addPerson(platform.app, agencyId, { name: '何主任', roles: ['DIRECTOR'], identifier });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
}
async function release(director: TestClient, kind: string): Promise<void> {
  const draft = await act(director, SAVE_TEMPLATE, { kind, version: 0, ...TEXTS });
  await act(director, RELEASE_TEMPLATE, { templateId: draft.id, version: draft.version });
}
const offer = (client: TestClient, whom: object) =>
  act(client, OFFER, {
    ...{ requestId: `service-${String((requests += 1))}`, values: [{ key: 'place', value: '社工站' }], ...whom },
  });
const countersign = (director: TestClient, { id: agreementId, textHash }: Outcome, version: number) =>
  act(director, COUNTERSIGN, { agreementId, textHash, version, method: 'TYPED', name: '何主任' });
/** A photo of the paper, as the page brings it in. */
const scanned = async (client: TestClient, agreementId: string) =>
  client.fetch(
    `/files?${new URLSearchParams({ for: agreementId, purpose: 'AGREEMENT_PAPER', name: '协议.jpg' }).toString()}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web' },
      body: new Uint8Array(await phonePhoto(400, 300)),
    },
  );
const byLinkOnly = (secret: string) =>
  platform.client().fetch('/files/agreements/by-link/agreement.pdf', { headers: { 'x-agreement-link': secret } });
const sign = ({ id: agreementId, textHash }: Outcome, input: object = {}) => ({
  ...{ agreementId, textHash, language: 'ZH_CN', ...HAND, ...input },
});

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
}, LONG);
afterAll(() => platform.stop());

describe('a service agreement', () => {
  let director: TestClient;
  let worker: TestClient;
  let childId: string;
  let other: string;
  let guardian: TestClient;
  let offered: Outcome;

  async function family(name: string): Promise<string> {
    const id = await agency.addChild(name);
    const adult = { name: '张禾', relation: 'MOTHER', isGuardian: true, isCaregiver: true };
    const phone = `139000${String(10_000 + (requests += 1))}`;
    await agency.save(worker, 'recordHousehold', { childIds: [id], adults: [{ ...adult, phone }] });
    return id;
  }
  const guardianOf = async (id: string): Promise<string> => {
    const { consentLedger } = await worker.data<{ consentLedger: { guardians: { id: string }[] } }>(GUARDIANS, { id });
    return consentLedger.guardians[0]?.id ?? '';
  };
  async function byLink(id: string): Promise<TestClient> {
    const about = { purpose: 'SPONSORSHIP', audience: 'DONOR', until: '2026-12-15' };
    const made = await act(worker, ASK, { ...about, childId: id, guardianId: await guardianOf(id) });
    const client = platform.client();
    await client.fetch(made.path ?? '');
    return client;
  }
  const listed = async (client: TestClient) =>
    (await client.data<{ familyAgreements: Outcome[] | null }>(OF_FAMILY)).familyAgreements;

  beforeAll(async () => {
    ({ worker } = agency);
    director = await lead(agency.agencyId, 'families');
    await release(director, 'SERVICE');
    childId = await family('李小禾');
    other = await family('王小雨');
    guardian = await byLink(childId);
    offered = await offer(worker, { childId });
  }, LONG);

  it('is nobody’s without a link, and not of another child’s guardian', async () => {
    expect(await listed(platform.client())).toBeNull();
    const stranger = await byLink(other);
    expect(await listed(stranger)).toEqual([]);
    expect((await act(stranger, SIGN_FAMILY, sign(offered))).__typename).toBe('NotFound');
    expect((await act(stranger, LEAVE_FAMILY, { agreementId: offered.id })).__typename).toBe('NotFound');
    const refused = await platform.client().graphql(SIGN_FAMILY, { i: sign(offered) });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect((await act(guardian, SIGN_FAMILY, sign(offered, { relation: '' }))).fields).toEqual([
      { field: 'relation', code: 'REQUIRED' },
    ]);
  });

  it('is read and signed by the guardian’s link, then by the agency; of two presses one counts', async () => {
    expect(await listed(guardian)).toMatchObject([{ toSign: true, guardianName: '张禾', state: 'TO_SIGN' }]);
    const both = await Promise.all([
      act(guardian, SIGN_FAMILY, sign(offered)),
      act(guardian, SIGN_FAMILY, sign(offered)),
    ]);
    expect(both.map(({ state }) => state)).toEqual(['TO_COUNTERSIGN', 'TO_COUNTERSIGN']);
    expect(await countersign(director, offered, 2)).toMatchObject({
      ...{
        state: 'IN_FORCE',
        hands: [{ capacity: 'GUARDIAN', way: 'LINK', relation: '母亲' }, { capacity: 'AGENCY' }],
      },
    });
    expect(await listed(guardian)).toMatchObject([{ toSign: false, state: 'IN_FORCE' }]);
  });

  it('is taken along as PDF by the guardian whose child it is for, and by nobody else’s link', async () => {
    const paper = `/files/agreements/${offered.id}/agreement.pdf`;
    const stranger = await byLink(other);
    expect((await platform.client().fetch(paper)).status).toBe(401);
    expect((await stranger.fetch(paper)).status).toBe(404);
    const answer = await guardian.fetch(paper);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const text = pdfText(Buffer.from(await answer.arrayBuffer()));
    const [begin, end] = TEXT_MARKS['zh-CN'];
    const signs = textBetween(text, begin, end)?.replace(/\s+/gu, '') ?? '';
    expect(createHash('sha256').update(signs).digest('hex')).toBe(offered.textHash);
  });

  it('is left by the guardian at any moment', async () => {
    expect(await act(guardian, LEAVE_FAMILY, { agreementId: offered.id })).toMatchObject({ state: 'ENDED' });
    expect(await listed(guardian)).toEqual([]);
    expect((await guardian.fetch(`/files/agreements/${offered.id}/agreement.pdf`)).status).toBe(404);
  });

  it('is written down at the desk with a witness or on paper of the last ninety days, never of a barred guardian', async () => {
    const again = await offer(worker, { childId: other });
    const desk = (input: object) => ({ ...sign(again), version: again.version, ...input });
    const paper = { method: 'PAPER', witnessName: '林溪' };
    expect((await act(worker, SIGN_FOR_GUARDIAN, desk(paper))).fields).toEqual([{ field: 'papers', code: 'REQUIRED' }]);
    const scan = await scanned(worker, again.id);
    expect([scan.status, (await scanned(guardian, again.id)).status]).toEqual([201, 403]);
    const fieldsOf = async (input: object) => (await act(worker, SIGN_FOR_GUARDIAN, desk(input))).fields;
    expect(await fieldsOf({ method: 'WITNESSED' })).toEqual([{ field: 'witnessName', code: 'REQUIRED' }]);
    expect(await fieldsOf({ ...paper, signedOn: '2026-08-01' })).toEqual([{ field: 'signedOn', code: 'TOO_OLD' }]);
    expect(await fieldsOf({ ...paper, signedOn: '2027-01-01' })).toEqual([
      { field: 'signedOn', code: 'IN_THE_FUTURE' },
    ]);
    const bar = { childId: other, guardianId: await guardianOf(other), reason: '由法院查明' };
    const barred = await offer(worker, { childId: await family('赵小满') });
    expect(
      (await act(worker, SIGN_FOR_GUARDIAN, { ...sign(barred), version: 1, ...paper, method: 'WITNESSED' })).state,
    ).toBe('TO_COUNTERSIGN');
    expect((await act(worker, BAR, bar)).__typename).toBe('ConsentLedger');
    expect(await fieldsOf({ ...paper, signedOn: '2026-11-01' })).toEqual([{ field: 'name', code: 'BARRED' }]);
  });

  it('on paper is looked at by a second person, and its scan stays, read by the case team alone', async () => {
    const child = await family('孙小禾');
    const offer1 = await offer(director, { childId: child });
    const paper = { ...sign(offer1), version: 1, method: 'PAPER', witnessName: '何主任' };
    const scan = (await (await scanned(director, offer1.id)).json()) as { id: string };
    expect((await act(director, SIGN_FOR_GUARDIAN, paper)).state).toBe('TO_COUNTERSIGN');
    // Who wrote the paper down does not look at it the second time.
    expect((await countersign(director, offer1, 2)).fields).toEqual([{ field: 'id', code: 'SECOND_LOOK' }]);
    const remove = { method: 'DELETE', headers: { 'x-tongxing-client': 'web' } };
    expect((await director.fetch(`/files/${scan.id}`, remove)).status).toBe(409);
    expect((await agency.stranger.fetch(`/files/${scan.id}`)).status).toBe(404);
    expect((await guardian.fetch(`/files/${scan.id}`)).status).toBe(403);
    const read = 'query ($id: ID!) { agreement(id: $id, language: ZH_CN) { papers { id kind path } } }';
    expect(await worker.data(read, { id: offer1.id })).toEqual({
      agreement: { papers: [{ id: scan.id, kind: 'IMAGE', path: `/files/${scan.id}` }] },
    });
    expect((await worker.fetch(`/files/${scan.id}`)).status).toBe(200);
    expect((await countersign(await lead(agency.agencyId, 'second'), offer1, 2)).state).toBe('IN_FORCE');
  });
});

describe('a minor’s agreement', () => {
  let director: TestClient;
  let offered: Outcome;
  let link: string;
  let minor: TestClient;
  const look = async (code: string) =>
    (await platform.client().data<{ agreementToCosign: Outcome | null }>(TO_SIGN_BESIDE, { c: code }))
      .agreementToCosign;

  beforeAll(async () => {
    const { app } = platform;
    const { agencyId } = agency;
    director = await lead(agencyId, 'minors');
    await release(director, 'VOLUNTEER');
    const identifier = 'minor@service.example';
    const personId = await addPerson(app, agencyId, { name: '小许', roles: ['VOLUNTEER'], identifier });
    const [id] = await inAgency(app, agencyId, async () => {
      await app.get(Database).manager.update('Person', { id: personId }, { birthDate: '2010-05-01' });
      const nothing = { languages: [], skills: [], freeTimes: [], places: 1 };
      return app.get(VolunteersRepository).addAll([{ agencyId, personId, ...nothing }]);
    });
    minor = platform.client();
    await minor.signIn(identifier, TEST_PASSWORD);
    offered = await offer(agency.worker, { volunteerId: toGlobalId('Volunteer', id ?? '') });
  }, LONG);

  it('waits for the guardian too, and the agency signs after both', async () => {
    expect(offered.waitsFor).toEqual(['VOLUNTEER', 'GUARDIAN', 'AGENCY']);
    expect((await countersign(director, offered, 1)).__typename).toBe('TransitionRefused');
    const refused = await minor.graphql(MAKE_LINK, { i: { agreementId: offered.id } });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('opens to whoever has the newest link, for fourteen days, and keeps no secret', async () => {
    const first = (await act(agency.worker, MAKE_LINK, { agreementId: offered.id })).path ?? '';
    link = ((await act(agency.worker, MAKE_LINK, { agreementId: offered.id })).path ?? '').slice(
      '/agreement/guardian/'.length,
    );
    expect(await look(first.slice('/agreement/guardian/'.length))).toBeNull();
    expect(await look('never-was')).toBeNull();
    expect(await look(link)).toMatchObject({ volunteerName: '小许', signed: false });
    const rows = await platform.app.get(Database).repository(AgreementLink).find();
    expect(JSON.stringify(rows)).not.toContain(link);
  });

  it('is signed by the guardian with name and relation, beside the minor, in whichever order', async () => {
    const hand = { code: link, language: 'ZH_CN', textHash: offered.textHash, ...HAND };
    expect((await act(platform.client(), COSIGN, { ...hand, relation: ' ' })).fields).toEqual([
      { field: 'relation', code: 'REQUIRED' },
    ]);
    expect((await act(platform.client(), COSIGN, { ...hand, textHash: 'another' })).fields).toEqual([
      { field: 'textHash', code: 'TEXT_CHANGED' },
    ]);
    expect((await byLinkOnly(link)).status).toBe(404);
    expect(await act(platform.client(), COSIGN, hand)).toMatchObject({ signed: true });
    expect((await countersign(director, offered, 2)).__typename).toBe('TransitionRefused');
    const own = `mutation ($i: SignAgreementInput!) { outcome: signAgreement(input: $i) { __typename ... on MyAgreement { state } } }`;
    const { id: agreementId, textHash } = offered;
    const mine = { agreementId, textHash, language: 'ZH_CN', method: 'TYPED', name: '小许' };
    expect(await act(minor, own, mine)).toMatchObject({ state: 'TO_COUNTERSIGN' });
    expect(await countersign(director, offered, 3)).toMatchObject({ state: 'IN_FORCE' });
    // The guardian keeps what they signed, as long as the link lives.
    expect(await look(link)).toMatchObject({ signed: true });
    const kept = await byLinkOnly(link);
    expect([kept.status, kept.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdfText(Buffer.from(await kept.arrayBuffer())).replace(/\s+/gu, '')).toContain(offered.textHash);
    expect([(await byLinkOnly('never-was')).status, (await byLinkOnly('')).status]).toEqual([404, 404]);
  });

  it('has a link that ends after fourteen days', async () => {
    platform.clock.advance(15 * DAY_MS);
    const rows = await platform.app.get(Database).repository(AgreementLink).find();
    expect(rows.every(({ expiresAt }) => expiresAt < platform.clock.nowIso())).toBe(true);
    expect([await look(link), (await byLinkOnly(link)).status]).toEqual([null, 404]);
    platform.clock.advance(-15 * DAY_MS);
  });
});

it(
  'is what rule H26 asks for: of a family that signed here, the day on which the worker wrote something down is no way in',
  async () => {
    const matched = await matchedAgency(platform, 'service');
    const director = await lead(matched.agencyId, 'pairs');
    await release(director, 'SERVICE');
    const [proposed] = await proposedPairs(matched, 'service');
    if (!proposed) throw new Error('nobody was proposed');
    const pair = await PairPath.accept(platform, matched, proposed, '13900007301');
    await pair.agree();
    await pair.consent();
    await pair.approvePlan();
    const page = 'query ($id: ID!) { companionship(id: $id) { blockers { code } } }';
    const blockers = async () =>
      (await matched.worker.data<{ companionship: { blockers: { code: string }[] } }>(page, { id: pair.id }))
        .companionship.blockers;
    expect(await blockers()).toEqual([]);
    const offered = await offer(matched.worker, { childId: proposed.child.id });
    // An offer alone takes nothing away.
    expect(await blockers()).toEqual([]);
    await act(matched.worker, SIGN_FOR_GUARDIAN, {
      ...sign(offered),
      version: 1,
      method: 'WITNESSED',
      witnessName: '林溪',
    });
    const done = await countersign(director, offered, 2);
    expect([done.state, await blockers()]).toEqual(['IN_FORCE', []]);
    const end = `mutation ($i: EndAgreementInput!) { outcome: endAgreement(input: $i) { __typename } }`;
    await act(director, end, { agreementId: done.id, version: done.version, reason: 'MOVED' });
    expect(await blockers()).toEqual([{ code: 'SERVICE_AGREEMENT_MISSING' }]);
    expect(await pair.activate()).toMatchObject({ __typename: 'CompanionshipBlocked' });
  },
  LONG,
);
