// A volunteer's number and birth date on file, put right at the desk: refusals first, and nothing of it in the audit.
import { localDate } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { ListWorld, NORTH } from '../../testing/list-world.js';
import { PeopleRepository } from '../people.repository.js';
import { VolunteersRepository } from './volunteers.repository.js';

const LONG = 120_000;
const CORRECT = `mutation ($i: CorrectVolunteerInput!) { outcome: correctVolunteer(input: $i) { __typename
  ... on Volunteer { phone birthDate version eligibility { findings { requirement outcome } } }
  ... on InvalidInput { fields { field code } } ... on StaleVersion { currentVersion } } }`;
const RIGHT = { phone: '139 8888 0001', birthDate: '1991-02-03', reason: 'DOCUMENT_SEEN' };

interface Outcome {
  readonly __typename: string;
  readonly version?: number;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly eligibility?: { readonly findings: readonly { readonly requirement: string; readonly outcome: string }[] };
}
let world: ListWorld;
beforeAll(async () => {
  world = await ListWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

const send = (who: string, more: object = {}) =>
  world.ask<{ outcome: Outcome }>(who, CORRECT, {
    i: { volunteerId: world.volunteerId(0), version: 1, ...RIGHT, ...more },
  });
const correct = async (who: string, more: object = {}) => (await send(who, more)).data?.outcome;

it.each(['volunteer', 'donor', 'auditor', 'archivist', 'coordinator'])('is not for a %s', async (who) => {
  expect((await send(who)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

it('is nothing of another office’s or of another agency’s', async () => {
  for (const who of ['southern', 'stranger']) expect((await correct(who))?.__typename).toBe('NotFound');
});

it('says what cannot stand there, and keeps what stood', async () => {
  const wrong: readonly [object, string, string][] = [
    [{ phone: '12345' }, 'phone', 'NOT_PHONE'],
    [{ phone: '' }, 'phone', 'NOT_PHONE'],
    [{ birthDate: '2026-11-23' }, 'birthDate', 'OUT_OF_RANGE'],
    [{ birthDate: '2018-01-01' }, 'birthDate', 'OUT_OF_RANGE'],
    [{ birthDate: '1890-01-01' }, 'birthDate', 'OUT_OF_RANGE'],
  ];
  for (const [more, field, code] of wrong) {
    expect((await correct('worker', more))?.fields).toEqual([{ field, code }]);
  }
  expect(await world.actions('volunteer.corrected')).toBe(0);
});

it('puts both right at once, tells which and why in the audit, and nothing of what they say', async () => {
  expect(await correct('worker')).toMatchObject({ phone: '+8613988880001', birthDate: '1991-02-03', version: 2 });
  const where = { agencyId: world.agencyId, action: 'volunteer.corrected' };
  const [event] = await world.platform.app.get(Database).repository(AuditEvent).findBy(where);
  expect(JSON.parse(event?.facts ?? '')).toEqual({ changed: 'phone birthDate', reason: 'DOCUMENT_SEEN' });
});

it('writes over nobody’s change, and a second time says the same without a trace', async () => {
  expect(await correct('worker')).toEqual({ __typename: 'StaleVersion', currentVersion: 2 });
  expect(await correct('worker', { version: 2 })).toMatchObject({ version: 2 });
  expect(await world.actions('volunteer.corrected')).toBe(1);
});

it('takes no birth date that differs from the identity number on file, and the one that it says', async () => {
  const { agencyId, platform } = world;
  const said = { languages: [], skills: [], freeTimes: [], places: 1 };
  const [id = ''] = await world.inAgency(async () => {
    const person = { agencyId, name: '有证件的', idNumber: '110101199102034120', birthDate: localDate('1991-02-03') };
    const personId = await platform.app.get(PeopleRepository).add(person);
    return platform.app.get(VolunteersRepository).addAll([{ agencyId, personId, officeId: NORTH, ...said }]);
  });
  const phone = '13977770001';
  const one = { volunteerId: toGlobalId('Volunteer', id), phone };
  const before = await world.actions('volunteer.corrected');
  const refused = await correct('worker', { ...one, birthDate: '1991-03-02' });
  expect(refused?.fields).toEqual([{ field: 'birthDate', code: 'DIFFERS_FROM_ID_NUMBER' }]);
  expect(await world.actions('volunteer.corrected')).toBe(before);
  expect(await correct('worker', { ...one, birthDate: '1991-02-03' })).toMatchObject({ version: 2 });
});

it('gives nobody a number that is somebody else’s', async () => {
  const other = { volunteerId: world.volunteerId(1), birthDate: '1980-05-05' };
  expect((await correct('southern', other))?.fields).toEqual([{ field: 'phone', code: 'TAKEN' }]);
});

it('decides at once who is old enough to serve', async () => {
  const child = await correct('worker', { version: 2, birthDate: '2014-06-01', reason: 'WRITTEN_WRONG' });
  const age = (outcome: Outcome | undefined) =>
    outcome?.eligibility?.findings.find(({ requirement }) => requirement === 'AGE')?.outcome;
  expect(age(child)).not.toBe('VALID');
  expect(age(await correct('worker', { version: 3 }))).toBe('VALID');
});
