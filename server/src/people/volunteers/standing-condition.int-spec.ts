// The lists ask the database who stands how; the eligibility function decides. Here both are asked about many people, on
// many days, on the engine under test, and say the same of each.
import { addDays, localDate, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { EXEMPTABLE, EXEMPTION_REASONS, standingOf, type Standing } from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../../agreements/index.js';
import { allRows } from '../../platform/access/index.js';
import { Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { RecordChecks } from '../../screening/index.js';
import { addAgency } from '../../testing/staff.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { Trainings } from '../../training/index.js';
import { PeopleRepository } from '../people.repository.js';
import { STOP_REASONS } from '../work-stops/stop-reasons.js';
import { WorkStop } from '../work-stops/work-stop.entity.js';
import { BesideRows } from './beside/beside-rows.js';
import { EligibilityExemption } from './exemptions/exemption.entity.js';
import { VolunteerEligibility } from './volunteer-eligibility.js';
import { VolunteerLists } from './volunteer-lists.js';
import { VolunteersRepository } from './volunteers.repository.js';
import { Volunteer } from './volunteer.entity.js';
import { Volunteers } from './volunteers.js';

const LONG = 120_000;
const TODAY = localDate('2026-11-22');
const STANDINGS: readonly Standing[] = ['READY', 'RENEWAL_DUE', 'NOT_READY', 'STOPPED'];
const PEOPLE = 240;
const BIRTHDAYS = ['1990-05-20', '2008-11-22', '2008-11-23', '2004-02-29', '2010-01-01'] as const;

let platform: TestApp;
let agencyId: AgencyId;

/** The same people at every run: a small generator of numbers, no library's seed. */
let state = 20261122;
function pick(most: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * most);
}
const chance = (share: number) => pick(100) < share * 100;
const dayNear = () => addDays(TODAY, pick(900) - 800);
const end = () => (chance(0.4) ? addDays(TODAY, pick(400) - 100) : null);

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同路');
  await inAgency(async () => {
    const { app } = platform;
    const people = await app.get(PeopleRepository).addAll(
      Array.from({ length: PEOPLE }, (_, at) => {
        const birthDate = at % 9 === 0 ? undefined : localDate(BIRTHDAYS[at % BIRTHDAYS.length] ?? BIRTHDAYS[0]);
        return { agencyId, name: `志愿者${at}`, birthDate: birthDate as LocalDate };
      }),
    );
    const bare = { agencyId, languages: [], skills: [], freeTimes: [], places: 1 };
    const ids = await app.get(VolunteersRepository).addAll(people.map((personId) => ({ ...bare, personId })));
    const base = () => ({
      ...{ agencyId, happenedOn: dayNear(), validUntil: end() },
      batchId: chance(0.2) ? '01900009-0000-7000-8000-000000000000' : null,
      confirmedBy: chance(0.5) ? '01900008-0000-7000-8000-000000000000' : null,
    });
    for (const personId of people) {
      const some = (share: number) => Array.from({ length: pick(3) + (chance(share) ? 1 : 0) }, base);
      const kind = () => (chance(0.6) ? ('PRE_SERVICE' as const) : ('IN_SERVICE' as const));
      const result = () => (chance(0.06) ? ('HIT' as const) : ('CLEAR' as const));
      await app.get(Trainings).addAll(some(0.9).map((fact) => ({ ...fact, personId, kind: kind() })));
      await app.get(VolunteerAgreements).addAll(some(0.9).map((fact) => ({ ...fact, personId })));
      await app.get(RecordChecks).addAll(some(0.9).map((fact) => ({ ...fact, personId, result: result() })));
    }
    const stopped = ids.filter((_, at) => at % 31 === 0);
    for (const id of stopped) {
      await app.get(Database).repository(Volunteer).update({ agencyId, id }, { stoppedSince: dayNear() });
    }
    for (const personId of people.filter((_, at) => at % 47 === 1)) await stop(personId);
    for (const personId of people.filter(() => chance(0.3))) await exempt(personId);
    await besideOneAnother(people);
  });
}, LONG);
afterAll(() => platform.stop());

/** Half of everybody beside somebody: adults, minors, colleagues, people who have left, and none of it by plan. */
async function besideOneAnother(people: readonly PersonId[]): Promise<void> {
  const { app } = platform;
  const roles = ['VOLUNTEER', 'VOLUNTEER', 'VOLUNTEER', 'SOCIAL_WORKER', 'DONOR'] as const;
  for (const personId of people.filter(() => chance(0.85))) {
    const role = roles[pick(roles.length)] ?? 'VOLUNTEER';
    await app.get(PeopleRepository).assignRole(agencyId, personId, role, addDays(TODAY, pick(40) - 30));
  }
  for (const personId of people.filter(() => chance(0.7))) {
    const adultId = people[pick(people.length)] ?? personId;
    const startsOn = addDays(TODAY, pick(20) - 15);
    if (adultId !== personId)
      await app.get(BesideRows).add({ agencyId, personId, adultId, startsOn, recordedBy: adultId });
  }
}

/** For some days around now; some were taken back. */
async function exempt(personId: PersonId): Promise<void> {
  const { app, clock } = platform;
  await app
    .get(Database)
    .repository(EligibilityExemption)
    .insert({
      ...{ id: app.get(Ids).next(), agencyId, personId, approvedBy: personId, approvedAt: clock.nowIso() },
      requirement: EXEMPTABLE[pick(2)] ?? 'TRAINING',
      reason: EXEMPTION_REASONS[0],
      startsOn: addDays(TODAY, pick(40) - 20),
      until: addDays(TODAY, pick(60) - 10),
      endedAt: chance(0.2) ? clock.nowIso() : null,
      endedBy: null,
    });
}
/** An order to stop that stands; of those who sign in, it holds wherever they do. */
async function stop(personId: PersonId): Promise<void> {
  const { app, clock } = platform;
  await app
    .get(Database)
    .repository(WorkStop)
    .insert({
      ...{ id: app.get(Ids).next(), agencyId, personId, openPersonId: personId, reason: STOP_REASONS[0] },
      ...{ stoppedOn: dayNear(), stoppedAt: clock.nowIso(), stoppedBy: personId },
    });
}
const inAgency = <T>(work: () => Promise<T>): Promise<T> =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);

it.each([0, 1, 29, 30, 31, 365, -200].map((days) => addDays(TODAY, days)))(
  'finds on %s exactly those whom the function says, of each standing',
  async (on) => {
    const { app } = platform;
    const within = allRows(agencyId);
    const judged = await app.get(Volunteers).judged(within, on);
    for (const standing of STANDINGS) {
      const wanted = judged.filter(({ eligibility }) => standingOf(eligibility) === standing);
      const which = await app.get(VolunteerEligibility).candidates(agencyId, standing, on);
      const found = await app.get(VolunteerLists).ids(within, PEOPLE, which);
      expect(found).toEqual(wanted.map(({ volunteer }) => volunteer.id));
      const query = { standing, serviceDate: () => on, reads: { hits: true } };
      const without = { ...query, reads: { hits: false } };
      expect(await app.get(Volunteers).ids(within, without, PEOPLE)).toEqual(found);
      expect(await app.get(Volunteers).ids(within, query, PEOPLE)).toEqual(found);
      const page = await app.get(Volunteers).page(within, { ...query, offset: 0, limit: 5 });
      expect(page.volunteers.map(({ id }) => id)).toEqual(found.slice(0, 5));
      expect(page.total).toBe(found.length);
    }
  },
);

it('has somebody of each standing to compare', async () => {
  const judged = await platform.app.get(Volunteers).judged(allRows(agencyId), TODAY);
  expect(new Set(judged.map(({ eligibility }) => standingOf(eligibility)))).toEqual(new Set(STANDINGS));
});
