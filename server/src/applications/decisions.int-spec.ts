// From an application to a volunteer with an invitation, never twice; or a kind letter with a reason.
import { DECLINE, WHOLE, ApplicantsWorld } from '../testing/applicants-world.js';
import { type LocalDate } from '@tongxing/shared/kernel';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { PeopleRepository, Person, Volunteer } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { inboxOf, newestLink } from '../testing/inbox.js';
import { ApplicationErasures } from './application-erasures.js';

const LONG = 180_000;
const DAY_MS = 86_400_000;

const applicants = new ApplicantsWorld();
const { outcome, newNumber, my, sent, applications, list, one, talk, accept } = applicants;
beforeAll(() => applicants.begin(), LONG);
afterAll(() => applicants.world.platform.stop());

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
    const volunteers = applicants.world.platform.app.get(Database).repository(Volunteer);
    expect(await volunteers.findOneByOrFail({ personId: personId ?? '' })).toMatchObject({
      skills: ['READING'],
      freeTimes: WHOLE.freeTimes,
      places: 1,
    });
    // The invitation leads to an account with the same number, and to the volunteer's own pages.
    const token = await newestLink(applicants.world.platform, '/join/');
    const client = applicants.world.platform.client();
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
    const people = applicants.world.platform.app.get(Database).repository(Person);
    const before = await people.count();
    expect(await accept('worker', again.id, { samePerson: true })).toMatchObject({ invitation: 'ALREADY_INVITED' });
    expect(await people.count()).toBe(before);
    const rows = await applications().findBy({ id: fromGlobalId('Application', again.id) ?? '' });
    const volunteers = applicants.world.platform.app.get(Database).repository(Volunteer);
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
    const database = applicants.world.platform.app.get(Database);
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
    expect(await inboxOf(applicants.world.platform)).toContain(`/apply/${code}`);
    // Half a year later nothing of it is kept.
    const { clock, app } = applicants.world.platform;
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

it('what was refused is remembered', async () => {
  const refused = await applicants.world.platform.app
    .get(Database)
    .repository(AuditEvent)
    .countBy({ agencyId: applicants.world.agencyId, action: 'application.refused' });
  expect(refused).toBeGreaterThan(3);
});

/** A guardian of a family: known by a number, and at work nowhere. */
function addServedPerson(phone: string): Promise<string> {
  const { app } = applicants.world.platform;
  const actor = { kind: 'system' as const, agencyId: applicants.world.agencyId, name: 'test' };
  const birthDate = '1985-01-01' as LocalDate;
  return app
    .get(UnitOfWork)
    .run(actor, () =>
      app
        .get(PeopleRepository)
        .add({ agencyId: applicants.world.agencyId, name: '王芳', phone: `+86${phone}`, birthDate }),
    );
}
