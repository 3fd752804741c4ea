// What a volunteer brings along, changed at the desk, on the engine under test: refusals first, nothing written over.
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { ListWorld } from '../../testing/list-world.js';

const LONG = 120_000;
const CHANGE = `mutation ($i: ChangeVolunteerInput!) { outcome: changeVolunteer(input: $i) { __typename
  ... on Volunteer { languages skills places travelMetres areaCode version freeTimes { weekday startMinute endMinute } }
  ... on InvalidInput { fields { field code } } ... on StaleVersion { currentVersion } } }`;
const SAID = {
  languages: ['MANDARIN', 'SICHUANESE'],
  skills: [],
  freeTimes: [
    { weekday: 7, startMinute: 540, endMinute: 600 },
    { weekday: 3, startMinute: 960, endMinute: 1080 },
  ],
  areaCode: null,
  places: 2,
  travelMetres: 4_000,
};

interface Outcome {
  readonly __typename: string;
  readonly version?: number;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}
let world: ListWorld;
beforeAll(async () => {
  world = await ListWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

const send = (who: string, more: object = {}) =>
  world.ask<{ outcome: Outcome }>(who, CHANGE, {
    i: { volunteerId: world.volunteerId(0), version: 1, ...SAID, ...more },
  });
const change = async (who: string, more: object = {}) => (await send(who, more)).data?.outcome;

it.each(['volunteer', 'donor', 'auditor', 'archivist', 'coordinator'])('is not for a %s', async (who) => {
  expect((await send(who)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

it('is nothing of another office’s, of another agency’s, or of nobody', async () => {
  expect((await change('southern'))?.__typename).toBe('NotFound');
  expect((await change('stranger'))?.__typename).toBe('NotFound');
  expect((await change('worker', { volunteerId: world.volunteerId(1) }))?.__typename).toBe('NotFound');
  expect((await change('worker', { volunteerId: toGlobalId('Volunteer', world.agencyId) }))?.__typename).toBe(
    'NotFound',
  );
});

it('says which field is not what can stand there, and keeps what stood', async () => {
  const wrong: readonly [object, string, string][] = [
    [{ languages: ['KLINGON'] }, 'languages', 'UNKNOWN'],
    [{ languages: ['MANDARIN', 'MANDARIN'] }, 'languages', 'TWICE'],
    [{ skills: ['FLYING'] }, 'skills', 'UNKNOWN'],
    [{ areaCode: 'NOWHERE' }, 'areaCode', 'UNKNOWN'],
    [{ places: 11 }, 'places', 'OUT_OF_RANGE'],
    [{ places: -1 }, 'places', 'OUT_OF_RANGE'],
    [{ travelMetres: 499 }, 'travelMetres', 'OUT_OF_RANGE'],
    [{ freeTimes: [{ weekday: 8, startMinute: 0, endMinute: 60 }] }, 'freeTimes', 'OUT_OF_RANGE'],
  ];
  for (const [more, field, code] of wrong) {
    expect((await change('worker', more))?.fields).toEqual([{ field, code }]);
  }
  expect(await world.actions('volunteer.changed')).toBe(0);
});

it('changes all of it, in the order of the week, and tells which parts in the audit, not what they say', async () => {
  expect(await change('worker')).toMatchObject({
    ...{ __typename: 'Volunteer', languages: SAID.languages, places: 2, travelMetres: 4_000, version: 2 },
    freeTimes: [SAID.freeTimes[1], SAID.freeTimes[0]],
  });
  const where = { agencyId: world.agencyId, action: 'volunteer.changed' };
  const [event] = await world.platform.app.get(Database).repository(AuditEvent).findBy(where);
  expect(JSON.stringify(event?.facts)).toContain('languages freeTimes travelMetres');
  expect(JSON.stringify(event?.facts)).not.toContain('SICHUANESE');
});

it('writes over nobody’s change: not the desk’s, and not the volunteer’s own', async () => {
  expect(await change('worker', { version: 1 })).toEqual({ __typename: 'StaleVersion', currentVersion: 2 });
  const own = 'mutation ($i: ChangeMyFreeTimesInput!) { changeMyFreeTimes(input: $i) { __typename } }';
  await world.ask('volunteer', own, { i: { freeTimes: SAID.freeTimes } });
  expect(await change('worker', { version: 2 })).toEqual({ __typename: 'StaleVersion', currentVersion: 3 });
  expect(await change('worker', { version: 3 })).toMatchObject({ __typename: 'Volunteer', version: 3 });
});
