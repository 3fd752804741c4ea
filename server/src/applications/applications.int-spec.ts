// From a stranger's first line to a volunteer with an invitation: who may not, what is never lost, never twice, and what
// goes when it is taken back.
import { randomInt } from 'node:crypto';
import type { LocalDate } from '@tongxing/shared/kernel';
import { LEGAL_VERSIONS, newApplyCode } from '@tongxing/shared/rules';
import { PeopleRepository, Person, Volunteer } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { inboxOf, newestLink, sendDue } from '../testing/inbox.js';
import { PapersWorld } from '../testing/papers-world.js';
import { Application, ApplicationAsk } from './application.entity.js';
import { ApplicationErasures } from './application-erasures.js';

const LONG = 180_000;
const DAY_MS = 86_400_000;
const MINE = `__typename ... on MyApplication { state paused name motive interests waits letter declineReason form { agencyName linkName }
  missing { step field } } ... on InvalidInput { fields { field code } } ... on UserError { code }`;
const FORMS = 'query ($link: String) { applyForms(link: $link) { agencyId agencyName linkName referees minimumAge } }';
const START = `mutation ($i: StartApplicationInput!) { outcome: startApplication(input: $i) { ${MINE} } }`;
const SAVE = `mutation ($i: SaveApplicationInput!) { outcome: saveApplication(input: $i) { ${MINE} } }`;
const SEND = `mutation ($i: SendApplicationInput!) { outcome: sendApplication(input: $i) { ${MINE} } }`;
const PAUSE = `mutation ($i: PauseApplicationInput!) { outcome: pauseApplication(input: $i) { ${MINE} } }`;
const WITHDRAW = `mutation ($i: WithdrawApplicationInput!) { outcome: withdrawApplication(input: $i) { ${MINE} } }`;
const LINK = `mutation ($i: AskApplicationLinkInput!) { outcome: askApplicationLink(input: $i) { __typename } }`;
const MY = `query ($code: String!) { outcome: myApplication(code: $code) { ${MINE.replace(/ \.\.\. on Inv.*/s, '')} } }`;
const ASK = `query ($code: String!) { outcome: applicationAsk(code: $code, locale: ZH_CN) { kind applicantName contactName text textHash answer } }`;
const ANSWER = `mutation ($i: AnswerApplicationAskInput!) { outcome: answerApplicationAsk(input: $i) { __typename
  ... on ApplicationAsk { answer } ... on InvalidInput { fields { field code } } } }`;
const LIST = `query ($show: ApplicationsShown!) { applications(show: $show, first: 50) { totalCount edges { node {
  id name phone state waits age linkName others version decidedBy } } } }`;
const ONE = `query ($id: ID!) { application(id: $id) { id name motive waits version talks { note talkedBy }
  asks { kind name answer words textHash signature } } }`;
const CHANGED = `{ __typename ... on Application { id state version waits talks { note } asks { kind answer } letter }
  ... on InvalidInput { fields { field code } } ... on UserError { code } }`;
const TALK = `mutation ($i: NoteApplicationTalkInput!) { outcome: noteApplicationTalk(input: $i) ${CHANGED} }`;
const ASK_REFEREE = `mutation ($i: AskRefereeInput!) { outcome: askReferee(input: $i) ${CHANGED} }`;
const ASK_GUARDIAN = `mutation ($i: AskApplicantGuardianInput!) { outcome: askApplicantGuardian(input: $i) ${CHANGED} }`;
const DECLINE = `mutation ($i: DeclineApplicationInput!) { outcome: declineApplication(input: $i) ${CHANGED} }`;
const ACCEPT = `mutation ($i: AcceptApplicationInput!) { outcome: acceptApplication(input: $i) { __typename
  ... on ApplicationAccepted { invitation application { state } } ... on ApplicationHeld { waits }
  ... on ApplicantKnown { knownName isVolunteer mayLink } ... on UserError { code } } }`;
const MAKE_LINK = `mutation ($i: MakeApplyLinkInput!) { outcome: makeApplyLink(input: $i) { __typename
  ... on ApplyLink { id path closedAt } ... on InvalidInput { fields { code } } } }`;
const CLOSE_LINK = `mutation ($i: CloseApplyLinkInput!) { outcome: closeApplyLink(input: $i) { __typename
  ... on ApplyLink { closedAt } } }`;

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly code?: string;
  readonly state: string;
  readonly version: number;
  readonly name: string;
  readonly motive: string;
  readonly paused: boolean;
  readonly waits: readonly string[];
  readonly missing: readonly { readonly field: string }[];
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly asks: readonly { readonly kind: string; readonly answer: string | null; readonly textHash: string | null }[];
  readonly [key: string]: unknown;
}
const WHOLE = {
  birthDate: '1995-05-05',
  interests: ['COMPANIONSHIP'],
  freeTimes: [{ weekday: 6, startMinute: 540, endMinute: 720 }],
  languages: ['MANDARIN'],
  skills: ['READING'],
  motive: '想陪孩子读书',
  referees: [{ name: '周老师', phone: '13900139001', relation: '同事' }],
};

let world: PapersWorld;
let numbers = 0;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

const outcome = async (who: string, query: string, i: object) =>
  (await world.ask<{ outcome: Outcome }>(who, query, { i })).outcome;
const newNumber = () => `138001${String((numbers += 1)).padStart(5, '0')}`;
const newCode = () => newApplyCode((below) => randomInt(below));
const my = async (code: string) => (await world.ask<{ outcome: Outcome | null }>('visitor', MY, { code })).outcome;
const start = async (said: object = {}) => {
  const code = newCode();
  const input = {
    code,
    agencyId: toGlobalId('Agency', world.agencyId),
    locale: 'ZH_CN',
    name: '林小满',
    phone: newNumber(),
  };
  const begun = await outcome('visitor', START, { ...input, ...said });
  expect(begun.__typename).toBe('MyApplication');
  return { code, phone: input.phone };
};
const send = (code: string, privacyVersion = LEGAL_VERSIONS.privacy) =>
  outcome('visitor', SEND, { code, privacyVersion });
const sent = async (said: object = {}, begin: object = {}) => {
  const { code, phone } = await start(begin);
  await outcome('visitor', SAVE, { code, ...WHOLE, ...said });
  expect((await send(code)).state).toBe('SENT');
  const row = await applications().findOneByOrFail({ state: 'SENT' as never, id: await newestId() });
  return { code, phone, id: toGlobalId('Application', row.id), rowId: row.id };
};
const applications = () => world.platform.app.get(Database).repository(Application);
const newestId = async () => (await applications().find({ order: { id: 'DESC' }, take: 1 }))[0]?.id ?? '';
const list = async (who: string, show = 'WAITING') =>
  (await world.ask<{ applications: { edges: { node: Outcome }[] } }>(who, LIST, { show })).applications.edges.map(
    ({ node }) => node,
  );
const one = async (who: string, id: string) =>
  (await world.ask<{ application: Outcome | null }>(who, ONE, { id })).application;
const talk = (who: string, applicationId: string, requestId = `talk-${(numbers += 1)}`) =>
  outcome(who, TALK, { applicationId, talkedOn: '2026-11-22', note: '耐心，喜欢孩子', requestId });
const accept = async (who: string, applicationId: string, said: object = {}) => {
  const { version = 0 } = (await one(who, applicationId)) ?? {};
  return outcome(who, ACCEPT, { applicationId, version, places: 1, samePerson: false, reason: '电话核实过', ...said });
};
const newestAsk = async (path: string) =>
  new RegExp(`${path}/([0-9A-Z]{12})`).exec(await inboxOf(world.platform))?.[1] ?? '';
const refusedTo = async (who: string, query: string, variables: object) => {
  const response = await fetch(`${world.platform.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: world.cookieOf(who) },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code;
};

describe('what strangers wrote', () => {
  it('is for nobody outside the case team, nor for another office or agency', async () => {
    const { id } = await sent();
    for (const who of ['companion', 'guardian', 'donor', 'auditor']) {
      expect(await refusedTo(who, LIST, { show: 'WAITING' })).toBe('FORBIDDEN');
      expect(await refusedTo(who, ONE, { id })).toBe('FORBIDDEN');
      expect(
        await refusedTo(who, ACCEPT, {
          i: { applicationId: id, version: 1, places: 1, samePerson: false, reason: '' },
        }),
      ).toBe('FORBIDDEN');
    }
    expect(await refusedTo('visitor', LIST, { show: 'WAITING' })).toBe('UNAUTHENTICATED');
    expect(await list('stranger')).toEqual([]);
    expect(await one('stranger', id)).toBeNull();
    expect(await accept('stranger', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await talk('stranger', id)).toMatchObject({ code: 'NOT_FOUND' });
    // By a link of the northern office it is the northern office's.
    const link = await outcome('worker', MAKE_LINK, { kind: 'TEAM', name: '阳光车队' });
    const team = String(link['path']).split('=')[1];
    const theirs = await sent({}, { agencyId: null, link: team });
    expect(await one('southern', theirs.id)).toBeNull();
    expect(await talk('southern', theirs.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await one('worker', theirs.id)).toMatchObject({ name: '林小满' });
    expect((await list('worker')).find(({ id: found }) => found === theirs.id)).toMatchObject({ linkName: '阳光车队' });
    await outcome('worker', CLOSE_LINK, { applyLinkId: link.id });
    const begin = { code: newCode(), link: team, locale: 'ZH_CN', name: '晚来', phone: newNumber() };
    expect(await outcome('visitor', START, begin)).toMatchObject({ code: 'NOT_FOUND' });
    // Whoever has begun goes on.
    expect(await my(theirs.code)).toMatchObject({ state: 'SENT' });
  });

  it('stands sealed in the database, the code too', async () => {
    const { code, rowId } = await sent({ motive: '独特的理由甲' });
    const text = JSON.stringify(await applications().findOneByOrFail({ id: rowId }));
    for (const secret of ['独特的理由甲', '林小满', code, '周老师']) expect(text).not.toContain(secret);
  });
});

describe('an application', () => {
  it('says what is wrong, and is begun once however often it is sent', async () => {
    const begin = { code: newCode(), agencyId: toGlobalId('Agency', world.agencyId), locale: 'ZH_CN' };
    const wrong = await outcome('visitor', START, { ...begin, code: 'AAAA', name: ' ', phone: '12' });
    expect(wrong.fields?.map(({ field }) => field)).toEqual(['code', 'name', 'phone']);
    const right = { ...begin, name: '林小满', phone: newNumber() };
    const before = await applications().count();
    await outcome('visitor', START, right);
    await outcome('visitor', START, right);
    expect(await applications().count()).toBe(before + 1);
    expect(await my(newCode())).toBeNull();
    expect(await my('nothing like a code')).toBeNull();
  });

  it('keeps what was typed, field by field, and comes back on another phone by its code or by an SMS', async () => {
    const { code, phone } = await start();
    await outcome('visitor', SAVE, { code, motive: '想陪孩子' });
    await outcome('visitor', SAVE, { code, interests: ['GROUP', 'GROUP'] });
    const other = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();
    expect(await my(other)).toMatchObject({ motive: '想陪孩子', interests: ['GROUP'], state: 'STARTED' });
    await sendDue(world.platform);
    expect(await outcome('visitor', LINK, { phone: newNumber() })).toMatchObject({
      __typename: 'ApplicationLinkAsked',
    });
    expect(await inboxOf(world.platform)).not.toContain(`/apply/${code}`);
    expect(await outcome('visitor', LINK, { phone })).toMatchObject({ __typename: 'ApplicationLinkAsked' });
    expect(await inboxOf(world.platform)).toContain(`/apply/${code}`);
  });

  it('keeps nothing that the form does not know', async () => {
    const { code } = await start();
    const wrong = { interests: ['FLYING'], areaCode: 'NOWHERE', motive: '长'.repeat(1001) };
    const times = [{ weekday: 8, startMinute: 0, endMinute: 60 }];
    const { fields } = await outcome('visitor', SAVE, { code, ...wrong, freeTimes: times });
    expect(fields?.map(({ field }) => field).sort()).toEqual(['areaCode', 'freeTimes', 'interests', 'motive']);
  });

  it('is not sent before everything is said, to the text that stands, by somebody of age', async () => {
    const { code } = await start();
    expect((await send(code)).fields?.map(({ field }) => field)).toContain('motive');
    await outcome('visitor', SAVE, { code, ...WHOLE, birthDate: '2013-01-01' });
    expect((await send(code)).fields).toEqual([{ field: 'age', code: 'MISSING' }]);
    await outcome('visitor', SAVE, { code, birthDate: '1995-05-05' });
    expect((await send(code, '2020-01-01')).fields).toEqual([{ field: 'privacyVersion', code: 'TEXT_CHANGED' }]);
    expect((await send(code)).waits).toEqual(['TALK', 'REFERENCES']);
    expect((await send(code)).state).toBe('SENT');
    // What others rely on stands; wishes may still change.
    expect((await outcome('visitor', SAVE, { code, name: '别人' })).fields).toEqual([
      { field: 'name', code: 'SENT_ALREADY' },
    ]);
    expect(await outcome('visitor', SAVE, { code, motive: '还想到一点' })).toMatchObject({ motive: '还想到一点' });
  });

  it('rests and goes on, and is gone at once when it is taken back', async () => {
    const { code, rowId, id } = await sent();
    expect(await outcome('visitor', PAUSE, { code, paused: true })).toMatchObject({
      paused: true,
      waits: ['APPLICANT'],
    });
    expect(await outcome('visitor', PAUSE, { code, paused: false })).toMatchObject({ paused: false });
    await talk('colleague', id);
    expect(await outcome('visitor', WITHDRAW, { code })).toMatchObject({ state: 'WITHDRAWN', name: '', motive: '' });
    await sendDue(world.platform);
    expect(await outcome('visitor', SAVE, { code, motive: '再来' })).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await accept('colleague', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await applications().findOneByOrFail({ id: rowId })).toMatchObject({
      phoneIndex: null,
      answersSealed: 'erased',
    });
  });
});

describe('a decision', () => {
  it('comes after a talk, with a referee or a reason, and makes one volunteer with one invitation', async () => {
    const { id, phone, rowId } = await sent();
    expect(await accept('worker', id)).toMatchObject({ code: 'TRANSITION_REFUSED' });
    const talked = await talk('worker', id, 'talk-once');
    expect(talked).toMatchObject({ state: 'TALKED', waits: ['REFERENCES'] });
    expect((await talk('worker', id, 'talk-once'))['talks']).toHaveLength(1);
    expect(await accept('worker', id, { reason: '' })).toMatchObject({
      __typename: 'ApplicationHeld',
      waits: ['REFERENCES'],
    });
    expect(await accept('worker', id, { version: 1 })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await accept('worker', id)).toMatchObject({ invitation: 'SENT', application: { state: 'ACCEPTED' } });
    expect(await accept('worker', id)).toMatchObject({ code: 'TRANSITION_REFUSED' });
    const { personId } = await applications().findOneByOrFail({ id: rowId });
    const volunteers = world.platform.app.get(Database).repository(Volunteer);
    expect(await volunteers.findOneByOrFail({ personId: personId ?? '' })).toMatchObject({
      skills: ['READING'],
      freeTimes: WHOLE.freeTimes,
      places: 1,
    });
    // The invitation leads to an account with the same number, and to the volunteer's own pages.
    const token = await newestLink(world.platform, '/join/');
    const client = world.platform.client();
    const input = {
      token,
      password: 'a-long-new-password',
      locale: 'ZH_CN',
      privacyVersion: LEGAL_VERSIONS.privacy,
      termsVersion: LEGAL_VERSIONS.terms,
    };
    const joined = await client.data<{ acceptInvitation: { face: string } }>(
      'mutation ($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { ... on Viewer { face } } }',
      { i: input },
    );
    expect(joined.acceptInvitation.face).toBe('VOLUNTEER');
    expect(phone).toBeTruthy();
  });

  it('never makes a second person of one number: the colleague is asked, and links', async () => {
    const first = await sent();
    await talk('worker', first.id);
    await accept('worker', first.id);
    const again = await sent({}, { phone: first.phone });
    expect((await list('worker')).find(({ id }) => id === again.id)).toMatchObject({ others: 1 });
    await talk('worker', again.id);
    expect(await accept('worker', again.id)).toEqual({
      __typename: 'ApplicantKnown',
      knownName: '林小满',
      isVolunteer: true,
      mayLink: true,
      code: 'APPLICANT_KNOWN',
    });
    const people = world.platform.app.get(Database).repository(Person);
    const before = await people.count();
    expect(await accept('worker', again.id, { samePerson: true })).toMatchObject({ invitation: 'ALREADY_INVITED' });
    expect(await people.count()).toBe(before);
    const rows = await applications().findBy({ id: fromGlobalId('Application', again.id) ?? '' });
    const volunteers = world.platform.app.get(Database).repository(Volunteer);
    expect(await volunteers.countBy({ personId: rows[0]?.personId ?? '' })).toBe(1);
  });

  it('of two that are made at once of one number makes one person', async () => {
    const first = await sent();
    const second = await sent({}, { phone: first.phone });
    await talk('worker', first.id);
    await talk('colleague', second.id);
    const outcomes = await Promise.all([accept('worker', first.id), accept('colleague', second.id)]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['ApplicantKnown', 'ApplicationAccepted']);
  });

  it('of no colleague of one office tells whom the agency serves', async () => {
    const served = newNumber();
    const database = world.platform.app.get(Database);
    const parent = await addServedPerson(served);
    const { id } = await sent({}, { phone: served });
    await talk('worker', id);
    expect(await accept('worker', id, { samePerson: true })).toMatchObject({
      knownName: null,
      isVolunteer: false,
      mayLink: false,
    });
    expect(await accept('director', id)).toMatchObject({ knownName: '王芳', mayLink: true });
    expect(await accept('director', id, { samePerson: true })).toMatchObject({ application: { state: 'ACCEPTED' } });
    expect(await database.repository(Volunteer).countBy({ personId: parent })).toBe(1);
  });

  it('against somebody has a reason, and a letter that the applicant reads', async () => {
    const { id, code, rowId } = await sent();
    const { version = 0 } = (await one('worker', id)) ?? {};
    const input = { applicationId: id, version, letter: '春天再来看看', note: '内部' };
    expect((await outcome('worker', DECLINE, { ...input, reason: 'JUST_SO' })).fields).toEqual([
      { field: 'reason', code: 'REQUIRED' },
    ]);
    expect(await outcome('worker', DECLINE, { ...input, reason: 'TIMES_DO_NOT_FIT' })).toMatchObject({
      state: 'DECLINED',
    });
    expect(await my(code)).toMatchObject({
      state: 'DECLINED',
      declineReason: 'TIMES_DO_NOT_FIT',
      letter: '春天再来看看',
    });
    expect(JSON.stringify(await my(code))).not.toContain('内部');
    expect(await inboxOf(world.platform)).toContain(`/apply/${code}`);
    // Half a year later nothing of it is kept.
    const { clock, app } = world.platform;
    const now = clock.now();
    clock.set(new Date(now.getTime() + 181 * DAY_MS).toISOString());
    await app.get(ApplicationErasures).purge();
    clock.set(now.toISOString());
    expect(await applications().findOneByOrFail({ id: rowId })).toMatchObject({
      answersSealed: 'erased',
      decisionSealed: null,
    });
  });
});

describe('those who are asked', () => {
  const minor = { birthDate: '2010-03-03', guardianName: '林青', guardianPhone: '13700137001' };

  it('a guardian answers by a link of their own to the very text, and before a yes nobody is taken on', async () => {
    const { id } = await sent(minor);
    const code = await newestAsk('/apply/guardian');
    const look = (await world.ask<{ outcome: Outcome & { text: string } }>('visitor', ASK, { code })).outcome;
    expect(look).toMatchObject({ kind: 'GUARDIAN', applicantName: '林小满', contactName: '林青', answer: null });
    expect(look.text).toContain('林小满');
    await talk('worker', id);
    expect(await accept('worker', id)).toMatchObject({ waits: ['GUARDIAN'] });
    const yes = {
      code,
      locale: 'ZH_CN',
      answer: 'YES',
      name: '林青',
      relation: '妈妈',
      method: 'TYPED',
      textHash: look['textHash'],
    };
    expect((await outcome('visitor', ANSWER, { ...yes, textHash: 'x'.repeat(64) })).fields).toEqual([
      { field: 'textHash', code: 'TEXT_CHANGED' },
    ]);
    expect((await outcome('visitor', ANSWER, { ...yes, method: 'DRAWN', signature: '<svg>' })).fields).toEqual([
      { field: 'signature', code: 'INVALID' },
    ]);
    expect(await outcome('visitor', ANSWER, yes)).toMatchObject({ answer: 'YES' });
    expect((await one('worker', id))?.asks).toEqual([
      expect.objectContaining({ kind: 'GUARDIAN', answer: 'YES', textHash: look['textHash'] }),
    ]);
    // And may say no after all, as long as nothing is decided.
    expect(await outcome('visitor', ANSWER, { ...yes, answer: 'NO' })).toMatchObject({ answer: 'NO' });
    expect(await accept('worker', id)).toMatchObject({ waits: ['GUARDIAN_SAID_NO'] });
    // Asked again, the link before is dead and the word before counts no longer.
    await outcome('worker', ASK_GUARDIAN, { applicationId: id });
    expect((await world.ask<{ outcome: unknown }>('visitor', ASK, { code })).outcome).toBeNull();
    const again = await newestAsk('/apply/guardian');
    expect(await outcome('visitor', ANSWER, { ...yes, code: again })).toMatchObject({ answer: 'YES' });
    expect(await accept('worker', id)).toMatchObject({ __typename: 'ApplicationAccepted' });
  });

  it('a referee says a few words once, and lets somebody be taken on without another reason', async () => {
    const { id } = await sent();
    await talk('worker', id);
    expect(await outcome('worker', ASK_REFEREE, { applicationId: id, at: 7 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await outcome('worker', ASK_REFEREE, { applicationId: id, at: 0 })).toMatchObject({ waits: ['REFERENCES'] });
    const code = await newestAsk('/apply/reference');
    const said = { code, locale: 'ZH_CN', answer: 'YES', name: '周老师' };
    expect((await outcome('visitor', ANSWER, said)).fields).toEqual([{ field: 'words', code: 'REQUIRED' }]);
    await outcome('visitor', ANSWER, { ...said, words: '可靠' });
    await outcome('visitor', ANSWER, { ...said, answer: 'NO', words: '改口' });
    expect((await one('worker', id))?.asks).toEqual([expect.objectContaining({ answer: 'YES', words: '可靠' })]);
    expect(await accept('worker', id, { reason: '' })).toMatchObject({ invitation: 'SENT' });
    expect((await world.ask<{ outcome: unknown }>('visitor', ASK, { code })).outcome).toBeNull();
  });

  it('have names and words nowhere in the open, and the links they got only as a fingerprint', async () => {
    await sent({ ...minor, guardianName: '独特的监护人' });
    const code = await newestAsk('/apply/guardian');
    const text = JSON.stringify(await world.platform.app.get(Database).repository(ApplicationAsk).find());
    for (const secret of ['独特的监护人', '可靠', code]) expect(text).not.toContain(secret);
  });
});

it('what was refused is remembered', async () => {
  const refused = await world.platform.app
    .get(Database)
    .repository(AuditEvent)
    .countBy({ agencyId: world.agencyId, action: 'application.refused' });
  expect(refused).toBeGreaterThan(3);
});

it('the open form is found as long as the agency looks for volunteers', async () => {
  const forms = async () =>
    (await world.ask<{ applyForms: { agencyName: string }[] }>('visitor', FORMS, {})).applyForms.map(
      ({ agencyName }) => agencyName,
    );
  expect(await forms()).toEqual(['同路', '别处']);
  const CHANGE = `mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) { __typename } }`;
  await world.ask('director', CHANGE, { i: { key: 'applicationsOpen', value: 'false', version: 0 } });
  expect(await forms()).toEqual(['别处']);
  const begin = {
    code: newCode(),
    agencyId: toGlobalId('Agency', world.agencyId),
    locale: 'ZH_CN',
    name: '晚来',
    phone: newNumber(),
  };
  expect(await outcome('visitor', START, begin)).toMatchObject({ code: 'NOT_FOUND' });
});

/** A guardian of a family: known by a number, and at work nowhere. */
function addServedPerson(phone: string): Promise<string> {
  const { app } = world.platform;
  const actor = { kind: 'system' as const, agencyId: world.agencyId, name: 'test' };
  const birthDate = '1985-01-01' as LocalDate;
  return app
    .get(UnitOfWork)
    .run(actor, () =>
      app.get(PeopleRepository).add({ agencyId: world.agencyId, name: '王芳', phone: `+86${phone}`, birthDate }),
    );
}
