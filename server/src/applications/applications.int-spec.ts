// A stranger's application: who may not read it, what is never lost, and what goes when it is taken back.
import {
  ACCEPT,
  CLOSE_LINK,
  FORMS,
  LINK,
  LIST,
  MAKE_LINK,
  ONE,
  PAUSE,
  SAVE,
  START,
  WHOLE,
  WITHDRAW,
  ApplicantsWorld,
} from '../testing/applicants-world.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { inboxOf, sendDue } from '../testing/inbox.js';

const LONG = 180_000;
const TODAY = '{ today { applicationsWaiting } }';
const LINKS = '{ applyLinks { id picture } }';

const applicants = new ApplicantsWorld();
const { outcome, newNumber, newCode, my, start, send, sent, applications, list, one, talk, accept, refusedTo } =
  applicants;
beforeAll(() => applicants.begin(), LONG);
afterAll(() => applicants.world.platform.stop());

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

  it('is counted on the first page, as many as the reader’s own list holds', async () => {
    await sent();
    for (const who of ['worker', 'southern', 'stranger']) {
      const { applications: waiting } = await applicants.world.ask<{ applications: { totalCount: number } }>(
        who,
        LIST,
        {
          show: 'WAITING',
        },
      );
      const { today } = await applicants.world.ask<{ today: { applicationsWaiting: number } }>(who, TODAY, {});
      expect([who, today.applicationsWaiting]).toEqual([who, waiting.totalCount]);
    }
  });

  it('comes by a link that has a picture for a poster, until it is closed', async () => {
    const link = await outcome('worker', MAKE_LINK, { kind: 'INVITATION', name: '社区市集' });
    const picture = async () => {
      const { applyLinks } = await applicants.world.ask<{ applyLinks: { id: string; picture: string | null }[] }>(
        'worker',
        LINKS,
        {},
      );
      return applyLinks.find(({ id }) => id === link.id)?.picture;
    };
    expect(await picture()).toMatch(/^<svg /);
    await outcome('worker', CLOSE_LINK, { applyLinkId: link.id });
    expect(await picture()).toBeNull();
  });

  it('stands sealed in the database, the code too', async () => {
    const { code, rowId } = await sent({ motive: '独特的理由甲' });
    const text = JSON.stringify(await applications().findOneByOrFail({ id: rowId }));
    for (const secret of ['独特的理由甲', '林小满', code, '周老师']) expect(text).not.toContain(secret);
  });
});

describe('an application', () => {
  it('says what is wrong, and is begun once however often it is sent', async () => {
    const begin = { code: newCode(), agencyId: toGlobalId('Agency', applicants.world.agencyId), locale: 'ZH_CN' };
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
    await sendDue(applicants.world.platform);
    expect(await outcome('visitor', LINK, { phone: newNumber() })).toMatchObject({
      __typename: 'ApplicationLinkAsked',
    });
    expect(await inboxOf(applicants.world.platform)).not.toContain(`/apply/${code}`);
    expect(await outcome('visitor', LINK, { phone })).toMatchObject({ __typename: 'ApplicationLinkAsked' });
    expect(await inboxOf(applicants.world.platform)).toContain(`/apply/${code}`);
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
    await sendDue(applicants.world.platform);
    expect(await outcome('visitor', SAVE, { code, motive: '再来' })).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await accept('colleague', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await applications().findOneByOrFail({ id: rowId })).toMatchObject({
      phoneIndex: null,
      answersSealed: 'erased',
    });
  });
});

it('the open form is found as long as the agency looks for volunteers', async () => {
  const forms = async () =>
    (await applicants.world.ask<{ applyForms: { agencyName: string }[] }>('visitor', FORMS, {})).applyForms.map(
      ({ agencyName }) => agencyName,
    );
  expect(await forms()).toEqual(['同路', '别处']);
  const CHANGE = `mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) { __typename } }`;
  await applicants.world.ask('director', CHANGE, { i: { key: 'applicationsOpen', value: 'false', version: 0 } });
  expect(await forms()).toEqual(['别处']);
  const begin = {
    code: newCode(),
    agencyId: toGlobalId('Agency', applicants.world.agencyId),
    locale: 'ZH_CN',
    name: '晚来',
    phone: newNumber(),
  };
  expect(await outcome('visitor', START, begin)).toMatchObject({ code: 'NOT_FOUND' });
});
