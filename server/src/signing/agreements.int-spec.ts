// Agreements with volunteers through the API, on the engine under test: refusals first, then both sign, eligibility reads
// it, the print carries the text that was signed, and a new version asks for a new signature (H7).
import { createHash } from 'node:crypto';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, VolunteersRepository } from '../people/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { PersonalData } from '../platform/keys/index.js';
import {
  AGREEMENT_TEXTS,
  CHECK,
  COUNTERSIGN,
  END,
  LEAVE,
  MINE,
  OFFER,
  RELEASE_TEMPLATE,
  SAVE_TEMPLATE,
  SIGN,
} from '../testing/agreements.js';
import { pdfText, textBetween } from '../testing/pdf-text.js';
import { addAgency, addPerson, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Agreement, AgreementSignature } from './agreement.entities.js';
import { TEXT_MARKS } from './agreement-sheet.js';

const LONG = 120_000;
interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly number: string;
  readonly code: string;
  readonly text: string;
  readonly textHash: string;
  readonly waitsFor: readonly string[];
  readonly validUntil: LocalDate | null;
  readonly signBy: LocalDate | null;
  readonly hands: readonly { readonly capacity: string; readonly name: string; readonly relation: string | null }[];
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly from?: string;
}
interface Somebody {
  readonly client: TestClient;
  readonly personId: PersonId;
  readonly volunteerId: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;
let director: TestClient;
let worker: TestClient;
let stranger: TestClient;
let ming: Somebody;
let hua: Somebody;
let requests = 0;

async function join(agency: AgencyId, key: string, role: Role): Promise<Somebody> {
  const { app } = platform;
  const identifier = `${key}@agreements.example`;
  const personId = await addPerson(app, agency, { name: key, roles: [role], identifier });
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  const nothing = { languages: [], skills: [], freeTimes: [], places: 2 };
  const [id] =
    role === 'VOLUNTEER'
      ? await inAgency(app, agency, () =>
          app.get(VolunteersRepository).addAll([{ agencyId: agency, personId, ...nothing }]),
        )
      : [];
  return { client, personId, volunteerId: id === undefined ? '' : toGlobalId('Volunteer', id) };
}

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同行社工');
  today = await platform.app.get(Agencies).today(agencyId);
  director = (await join(agencyId, 'director', 'DIRECTOR')).client;
  worker = (await join(agencyId, 'worker', 'SOCIAL_WORKER')).client;
  stranger = (await join(await addAgency(platform.app, '别处'), 'stranger', 'DIRECTOR')).client;
  ming = await join(agencyId, '李小明', 'VOLUNTEER');
  hua = await join(agencyId, '陈小华', 'VOLUNTEER');
}, LONG);
afterAll(() => platform.stop());

const act = async (client: TestClient, mutation: string, i: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const offer = (client: TestClient, who: Somebody, input: object = {}) =>
  act(client, OFFER, {
    ...{ requestId: `offer-${String((requests += 1))}`, volunteerId: who.volunteerId },
    ...{ values: [{ key: 'place', value: '社工站' }], ...input },
  });
const hand = ({ id: agreementId, textHash, version }: Outcome, input: object = {}) => ({
  ...{ agreementId, textHash, version, method: 'TYPED', name: '何主任', ...input },
});
const own = ({ id: agreementId, textHash }: Outcome, input: object = {}) => ({
  ...{ agreementId, textHash, language: 'ZH_CN', method: 'DRAWN', name: '李小明', signature: 'M1 2L3 4', ...input },
});
const mine = async ({ client }: Somebody): Promise<Outcome[]> =>
  (await client.data<{ myAgreements: Outcome[] }>(MINE)).myAgreements;
const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
const holds = async ({ number, code }: Pick<Outcome, 'number' | 'code'>) =>
  (await platform.client().data<{ agreementCheck: { holds: boolean } }>(CHECK, { n: number, c: code })).agreementCheck
    .holds;
const found = async ({ volunteerId }: Somebody, on: LocalDate = today) => {
  const query = `query ($id: ID!, $on: LocalDate) { volunteer(id: $id) { eligibility(on: $on) { ready findings { requirement outcome until } } } }`;
  interface Found {
    readonly volunteer: { eligibility: { ready: boolean; findings: { requirement: string; outcome: string }[] } };
  }
  const { volunteer } = await worker.data<Found>(query, { id: volunteerId, on });
  return volunteer.eligibility.findings.find(({ requirement }) => requirement === 'VOLUNTEER_AGREEMENT')?.outcome;
};
/** One with a volunteer, both hands below it. */
async function signed(who: Somebody): Promise<Outcome> {
  const offered = await offer(worker, who);
  await act(who.client, SIGN, own(offered));
  const [waiting] = await mine(who);
  const done = await act(
    director,
    COUNTERSIGN,
    hand({ ...offered, version: offered.version + 1, textHash: waiting?.textHash ?? '' }),
  );
  expect(done).toMatchObject({ __typename: 'Agreement', state: 'IN_FORCE' });
  return (await mine(who))[0] as Outcome;
}
const draft = (input: object = {}) => ({ kind: 'VOLUNTEER', version: 0, ...AGREEMENT_TEXTS, ...input });

describe('a text', () => {
  it('is written and released by whoever leads; workers read it, volunteers and others do not', async () => {
    const list = '{ agreementTemplates { id } }';
    expect(await codeOf(platform.client(), list)).toBe('UNAUTHENTICATED');
    expect(await codeOf(ming.client, list)).toBe('FORBIDDEN');
    expect(await codeOf(worker, SAVE_TEMPLATE, { i: draft() })).toBe('FORBIDDEN');
    expect((await offer(worker, ming)).fields).toEqual([{ field: 'kind', code: 'NO_TEMPLATE' }]);
  });

  it('is kept by halves, of two who write at once one is told, and a half is not released', async () => {
    const half = { ...draft(), textEn: '' };
    const both = await Promise.all([act(director, SAVE_TEMPLATE, half), act(director, SAVE_TEMPLATE, half)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AgreementTemplate', 'StaleVersion']);
    const kept = both.find(({ __typename }) => __typename === 'AgreementTemplate') as Outcome;
    const release = { templateId: kept.id, version: kept.version };
    expect((await act(stranger, RELEASE_TEMPLATE, release)).__typename).toBe('NotFound');
    expect((await act(director, RELEASE_TEMPLATE, release)).fields).toContainEqual({
      field: 'textEn',
      code: 'REQUIRED',
    });
    const whole = await act(director, SAVE_TEMPLATE, draft({ version: kept.version }));
    expect(await act(director, RELEASE_TEMPLATE, { ...release, version: whole.version })).toMatchObject({
      ...{ number: 1, releasedAt: expect.any(String) as string },
    });
    // What was released never changes: writing goes on with the next number.
    expect(await act(director, SAVE_TEMPLATE, draft({ titleZh: '另一份' }))).toMatchObject({ number: 2 });
    expect((await act(director, RELEASE_TEMPLATE, { ...release, version: whole.version + 1 })).__typename).toBe(
      'NotFound',
    );
  });
});

describe('an agreement', () => {
  let offered: Outcome;

  it('is offered with every blank filled in, once, and by nobody of another agency', async () => {
    expect((await offer(stranger, ming)).__typename).toBe('NotFound');
    expect(
      await codeOf(ming.client, OFFER, { i: { requestId: 'mine', volunteerId: ming.volunteerId, values: [] } }),
    ).toBe('FORBIDDEN');
    expect((await offer(worker, ming, { values: [] })).fields).toEqual([{ field: 'values.place', code: 'REQUIRED' }]);
    const twice = await Promise.all([offer(worker, ming), offer(director, ming)]);
    expect(twice.map(({ __typename }) => __typename).sort()).toEqual(['Agreement', 'InvalidInput']);
    offered = twice.find(({ __typename }) => __typename === 'Agreement') as Outcome;
    expect(offered).toMatchObject({ state: 'TO_SIGN', waitsFor: ['VOLUNTEER', 'AGENCY'] });
    expect(offered.text).toContain('同行社工和李小明约定：\n一、在社工站陪伴孩子');
  });

  it('is nobody else’s to read, to sign or to print, and not the agency’s before the volunteer’s', async () => {
    const one = 'query ($id: ID!) { agreement(id: $id, language: ZH_CN) { id } }';
    expect(await stranger.data(one, { id: offered.id })).toEqual({ agreement: null });
    expect(await mine(hua)).toEqual([]);
    expect((await act(hua.client, SIGN, own(offered))).__typename).toBe('NotFound');
    expect((await act(stranger, COUNTERSIGN, hand(offered))).__typename).toBe('NotFound');
    expect(await codeOf(worker, COUNTERSIGN, { i: hand(offered) })).toBe('FORBIDDEN');
    expect(await act(director, COUNTERSIGN, hand(offered))).toMatchObject({
      ...{ __typename: 'TransitionRefused', from: 'TO_SIGN', to: 'IN_FORCE' },
    });
    const paper = `/files/agreements/${offered.id}/agreement.pdf`;
    expect((await platform.client().fetch(paper)).status).toBe(401);
    expect((await hua.client.fetch(paper)).status).toBe(404);
    expect((await stranger.fetch(paper)).status).toBe(404);
  });

  it('is signed only as it was read, with a name and a hand', async () => {
    expect((await act(ming.client, SIGN, own(offered, { textHash: 'another' }))).fields).toEqual([
      { field: 'textHash', code: 'TEXT_CHANGED' },
    ]);
    expect((await act(ming.client, SIGN, own(offered, { name: ' ', signature: '<script>' }))).fields).toEqual([
      { field: 'name', code: 'REQUIRED' },
      { field: 'signature', code: 'INVALID' },
    ]);
    const onPaper = own(offered, { method: 'PAPER' });
    expect((await act(ming.client, SIGN, onPaper)).fields).toContainEqual({
      field: 'method',
      code: 'ONLY_AT_THE_DESK',
    });
  });

  it('lets nobody serve before both have signed: by no hand alone', async () => {
    const presses = await Promise.all([act(ming.client, SIGN, own(offered)), act(ming.client, SIGN, own(offered))]);
    expect(presses.map(({ state }) => state)).toEqual(['TO_COUNTERSIGN', 'TO_COUNTERSIGN']);
    expect(await found(ming)).toBe('MISSING');
    expect(await holds((await mine(ming))[0] as Outcome)).toBe(false);
  });

  it('is in force with the agency’s hand, of two who sign at once one, and then eligibility has its dated fact', async () => {
    const stale = { ...offered, version: offered.version };
    expect((await act(director, COUNTERSIGN, hand(stale))).__typename).toBe('StaleVersion');
    const now = { ...offered, version: offered.version + 1 };
    const both = await Promise.all([act(director, COUNTERSIGN, hand(now)), act(director, COUNTERSIGN, hand(now))]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Agreement', 'StaleVersion']);
    const done = both.find(({ __typename }) => __typename === 'Agreement') as Outcome;
    expect(done).toMatchObject({ state: 'IN_FORCE', startsOn: today, validUntil: addDays(today, 365), waitsFor: [] });
    expect(done.hands.map(({ capacity, name }) => [capacity, name])).toEqual([
      ['VOLUNTEER', '李小明'],
      ['AGENCY', '何主任'],
    ]);
    expect(await found(ming)).toBe('VALID');
    expect(await found(ming, addDays(today, 366))).toBe('EXPIRED');
    expect(await platform.app.get(Database).repository(AgreementSignature).countBy({})).toBe(2);
  });
});

describe('its print', () => {
  it(
    'carries the text that was signed: its fingerprint is the one of the signatures',
    async () => {
      const [kept] = await mine(ming);
      const answer = await ming.client.fetch(`/files/agreements/${kept?.id ?? ''}/agreement.pdf`);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const text = pdfText(Buffer.from(await answer.arrayBuffer()));
      const [begin, end] = TEXT_MARKS['zh-CN'];
      const signs = textBetween(text, begin, end)?.replace(/\s+/gu, '') ?? '';
      expect(signs).toContain('同行社工和李小明约定：一、在社工站陪伴孩子');
      const hash = createHash('sha256').update(signs).digest('hex');
      const rows = await platform.app.get(Database).repository(AgreementSignature).find();
      expect([hash, ...rows.map(({ textHash }) => textHash)]).toEqual(Array(3).fill(kept?.textHash));
      // One sign changed is another text.
      const changed = signs.replace('社工站', '书店里');
      expect(createHash('sha256').update(changed).digest('hex')).not.toBe(hash);
      for (const said of [kept?.number, kept?.code, '/verify/agreement/', '何主任']) {
        expect(text.replace(/\s+/gu, '')).toContain(said);
      }
    },
    LONG,
  );

  it('tells whoever has number and code that it holds, and nothing else to anybody', async () => {
    const [kept] = await mine(ming);
    const paper = kept as Outcome;
    expect(await holds(paper)).toBe(true);
    expect(await holds({ number: paper.number.toLowerCase().replace('-', ' '), code: ` ${paper.code} ` })).toBe(true);
    const wrong = { number: paper.number, code: 'AAAA-AAAA' };
    const never = { number: 'AAAA-AAAA', code: paper.code };
    expect([await holds(wrong), await holds(never), await holds({ number: '?', code: '' })]).toEqual([
      ...[false, false, false],
    ]);
  });
});

describe('a new version', () => {
  const signBy = () => addDays(today, 20);
  it('asks everybody for a new hand by a day, until which the old one holds', async () => {
    const list = await director.data<{ agreementTemplates: Outcome[] }>('{ agreementTemplates { id version } }');
    const [next] = list.agreementTemplates as [Outcome];
    const whole = await act(director, SAVE_TEMPLATE, draft({ version: next.version, titleZh: '志愿服务协议（新）' }));
    const release = { templateId: next.id, version: whole.version };
    expect((await act(director, RELEASE_TEMPLATE, { ...release, signBy: today })).fields).toEqual([
      { field: 'signBy', code: 'IN_THE_PAST' },
    ]);
    expect(await act(director, RELEASE_TEMPLATE, { ...release, signBy: signBy() })).toMatchObject({ number: 2 });
    const [asked, old] = (await mine(ming)) as [Outcome, Outcome];
    expect(asked).toMatchObject({ state: 'TO_SIGN', signBy: signBy() });
    expect(asked.text).toContain('志愿服务协议（新）');
    expect(asked.text).toContain('在社工站陪伴孩子');
    expect(old).toMatchObject({ state: 'IN_FORCE', validUntil: signBy() });
    expect([await found(ming), await found(ming, signBy()), await found(ming, addDays(signBy(), 1))]).toEqual([
      ...['RENEWAL_DUE', 'RENEWAL_DUE', 'EXPIRED'],
    ]);
    expect(await holds(old)).toBe(true);
  });

  it('replaces the old one once both have signed, and only then', async () => {
    const [asked, old] = (await mine(ming)) as [Outcome, Outcome];
    await act(ming.client, SIGN, own(asked));
    expect((await mine(ming)).map(({ state }) => state)).toEqual(['TO_COUNTERSIGN', 'IN_FORCE']);
    await act(director, COUNTERSIGN, hand({ ...asked, version: 2 }));
    expect((await mine(ming)).map(({ state }) => state)).toEqual(['IN_FORCE', 'REPLACED']);
    expect([await found(ming, addDays(signBy(), 1)), await holds(old), await holds(asked)]).toEqual([
      ...['VALID', false, true],
    ]);
  });
});

describe('an end', () => {
  it('by the volunteer needs no reason and counts from that moment', async () => {
    const kept = await signed(hua);
    expect(await found(hua)).toBe('VALID');
    expect((await act(ming.client, LEAVE, { agreementId: kept.id })).__typename).toBe('NotFound');
    expect(await act(hua.client, LEAVE, { agreementId: kept.id })).toMatchObject({ state: 'ENDED' });
    expect([await found(hua), await holds(kept)]).toEqual(['EXPIRED', false]);
    expect((await act(hua.client, LEAVE, { agreementId: kept.id })).__typename).toBe('TransitionRefused');
  });

  it('by the agency names its reason; an offer is taken back the same way', async () => {
    const again = await offer(worker, hua);
    const end = { agreementId: again.id, version: again.version, reason: 'OTHER' };
    expect(await codeOf(worker, END, { i: end })).toBe('FORBIDDEN');
    expect((await act(director, END, end)).fields).toEqual([{ field: 'note', code: 'REQUIRED' }]);
    expect(await act(director, END, { ...end, note: '改天再签' })).toMatchObject({ state: 'WITHDRAWN' });
    expect((await act(hua.client, SIGN, own(again))).__typename).toBe('TransitionRefused');
  });

  it('is not the signer’s own: nobody signs or ends their own agreement for the agency', async () => {
    const lead = await join(agencyId, 'both', 'DIRECTOR');
    const { app } = platform;
    const nothing = { languages: [], skills: [], freeTimes: [], places: 2 };
    const [id] = await inAgency(app, agencyId, () =>
      app.get(VolunteersRepository).addAll([{ agencyId, personId: lead.personId, ...nothing }]),
    );
    const offered = await offer(worker, { ...lead, volunteerId: toGlobalId('Volunteer', id ?? '') });
    expect((await act(lead.client, COUNTERSIGN, hand(offered))).fields).toEqual([
      { field: 'id', code: 'OWN_AGREEMENT' },
    ]);
    const end = { agreementId: offered.id, version: offered.version, reason: 'AGREED' };
    expect((await act(lead.client, END, end)).fields).toEqual([{ field: 'id', code: 'OWN_AGREEMENT' }]);
  });
});

it('goes with the person: words and hands, while the days stay', async () => {
  const { app } = platform;
  const [kept] = await mine(ming);
  const rowId = fromGlobalId('Agreement', kept?.id ?? '') ?? '';
  const erased = { agencyId, personId: ming.personId, at: platform.clock.nowIso() };
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'erase' }, async () => {
    await app.get(PersonalData).erase(erased as never);
  });
  const rows = app.get(Database);
  expect(await rows.repository(Agreement).findOneByOrFail({ id: rowId })).toMatchObject({
    ...{ textSealed: null, endNoteSealed: null, startsOn: today },
  });
  const hands = await rows.repository(AgreementSignature).findBy({ agreementId: rowId });
  expect(hands.map(({ signatureSealed, relationSealed }) => [signatureSealed, relationSealed])).toEqual([
    ...[
      [null, null],
      [null, null],
    ],
  ]);
});
