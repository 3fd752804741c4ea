// Teams that come for a day: a company and a university club that book, an office that does not yet; days open to them,
// and a booking at each point of the way: confirmed, requested, held, waiting.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import type { TeamKind } from '@tongxing/shared/rules';
import { Activities, Venues } from '../activities/index.js';
import { Actors, PeopleRepository } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { hashPassword, Logins, normaliseIdentifier } from '../platform/auth/index.js';
import { Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { Rosters } from '../rosters/index.js';
import { BookingViews, TeamBookings, TeamCoordinator, TeamOffers, Teams } from '../teams/index.js';
import type { DemoTeamsThere } from './demo-company-year.js';
import type { DemoOffices } from './demo-colleagues.js';
import { DEMO_PASSWORD } from './demo-logins.js';
import type { DemoStaff } from './demo-people.js';
import { DemoTeamRoster } from './demo-team-roster.js';
import { BOOK_CORNER_TERMS, DEMO_TEAM_DAYS, type DemoTeamDay } from './demo-team-days.js';
import { must } from './must.js';

/** Books for the club; not on the sign-in page, which shows one login for each role. */
export const CLUB_LOGIN = 'club@demo.tongxing.example';
const CLUB_COORDINATOR = '柏星川';
const TEAMS: Readonly<Record<'COMPANY' | 'CLUB' | 'OFFICE', readonly [TeamKind, name: string, shortName: string]>> = {
  COMPANY: ['COMPANY', '禾光软件（虚构）', '禾光软件'],
  CLUB: ['UNIVERSITY', '云溪大学青鸟社（虚构）', '青鸟社'],
  OFFICE: ['GOVERNMENT', '云溪区规划办公室（虚构）', '区规划办'],
};
const RISKS = {
  riskChildren: '走散：两人一组，集合点写在手环上。过敏：点心先问家长。',
  riskStaff: '疲劳：每小时休息，一位同事专门照看出口。',
};
const AFTERNOON = { startMinute: 14 * 60, endMinute: 16 * 60 + 30 };
const SATURDAY = 6;

type Terms = Pick<DemoTeamDay, 'guestsPerChild' | 'otherTasks' | 'costLines'>;

@Injectable()
export class DemoTeams {
  constructor(
    private readonly teams: Teams,
    private readonly offers: TeamOffers,
    private readonly bookings: TeamBookings,
    private readonly views: BookingViews,
    private readonly rosters: Rosters,
    private readonly roster: DemoTeamRoster,
    private readonly activities: Activities,
    private readonly venues: Venues,
    private readonly people: PeopleRepository,
    private readonly logins: Logins,
    private readonly actors: Actors,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** `bookCorner` is the open activity that stands there without teams. */
  async book(
    staff: DemoStaff,
    { colleagues }: DemoOffices,
    bookCorner: string,
    today: LocalDate,
  ): Promise<DemoTeamsThere> {
    const { supervisor, coordinator } = staff;
    const club = await this.#clubCoordinator(staff);
    const company = await this.#team(supervisor, TEAMS.COMPANY, today, coordinator);
    const birds = await this.#team(supervisor, TEAMS.CLUB, today, club);
    await this.#team(supervisor, TEAMS.OFFICE, today);
    await this.#offer(staff, bookCorner, BOOK_CORNER_TERMS);
    const days = new Map<DemoTeamDay['key'], string>();
    for (const one of DEMO_TEAM_DAYS) days.set(one.key, await this.#day(staff, one, colleagues, today));
    const wish = (teamId: string, key: DemoTeamDay['key'] | 'BOOKS', people: number, more: object = {}) => ({
      ...{ teamId, people, tasks: 'WITH_CHILDREN' as const, partly: false, budget: undefined, requestId: 'demo' },
      ...{ activityId: key === 'BOOKS' ? bookCorner : (days.get(key) ?? ''), ...more },
    });
    const agreed = must(await this.bookings.hold(coordinator, wish(company, 'WALK', 30)), 'hold a day');
    await this.#request(coordinator, agreed);
    must(await this.bookings.confirm(supervisor, agreed, await this.#version(staff, agreed)), 'confirm a team');
    const { linkCode = '' } = must(await this.rosters.makeLink(coordinator, agreed), 'make the link of a roster');
    await this.roster.join(staff, linkCode, today);
    await this.#request(coordinator, must(await this.bookings.hold(coordinator, wish(company, 'TREATS', 12)), 'hold'));
    const full = must(await this.bookings.hold(club, wish(birds, 'WOOD', 8)), 'hold the last places');
    await this.#request(club, full);
    must(await this.bookings.confirm(supervisor, full, await this.#version(staff, full)), 'confirm a team');
    must(await this.bookings.wait(coordinator, wish(company, 'WOOD', 6, { partly: true })), 'wait for a day');
    must(await this.bookings.hold(club, wish(birds, 'BOOKS', 5)), 'hold a part of a day');
    return { company: { id: company, actor: coordinator }, club: { id: birds, actor: club } };
  }

  async #clubCoordinator({ agencyId, supervisor }: DemoStaff): Promise<PersonActor> {
    const choice = (await this.teams.choices(agencyId)).find(({ name }) => name === CLUB_COORDINATOR);
    const identifier = normaliseIdentifier(CLUB_LOGIN);
    if (!choice || !identifier) throw new Error(`BUG: the demo has no ${CLUB_COORDINATOR}`);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const loginId = await this.work.run(supervisor, async () => {
      const made = await this.logins.create(identifier, passwordHash, 'zh-CN');
      await this.people.giveLogin(agencyId, choice.id, made);
      return made;
    });
    const actor = await this.actors.ofLogin(loginId, 'demo');
    if (!actor) throw new Error(`BUG: ${CLUB_COORDINATOR} has no role in force`);
    return actor;
  }

  async #team(
    actor: PersonActor,
    [kind, name, shortName]: (typeof TEAMS)['COMPANY'],
    today: LocalDate,
    coordinator?: PersonActor,
  ): Promise<string> {
    const { team } = must(await this.teams.save(actor, { kind, name, shortName, state: 'ACTIVE' }), `add ${name}`);
    if (coordinator) {
      // The service opens a unit of work of its own, for its invitations; the demo is one already.
      const { agencyId, personId } = coordinator;
      const row = { id: this.ids.next<never>(), agencyId, teamId: team.id, personId, sinceOn: today, untilOn: null };
      await this.database.repository(TeamCoordinator).insert(row);
    }
    return team.id;
  }

  /** Planned, read by a second person, opened, and offered to teams. */
  async #day(
    staff: DemoStaff,
    day: DemoTeamDay,
    colleagues: ReadonlyMap<string, string>,
    today: LocalDate,
  ): Promise<string> {
    const { agencyId, worker, supervisor } = staff;
    const { key, ahead, venue, inCharge, guestsPerChild, otherTasks, costLines, ...plan } = day;
    const place = (await this.venues.list(agencyId)).find(({ name }) => name === venue);
    const inChargeIds = inCharge.flatMap((name) => colleagues.get(name) ?? []);
    const when = { onDate: saturdayFrom(addDays(today, ahead)), ...AFTERNOON };
    const fields = {
      ...{ ...plan, ...when, ...RISKS, inChargeIds, venueId: place?.id ?? '' },
      ...{ childrenPerAdult: 8, roles: [], budget: [] },
    };
    const planned = must(await this.activities.create(worker, fields, `demo team ${key}`), 'plan a team day').activity;
    const { id } = planned;
    const read = must(await this.activities.review(supervisor, id, planned.version), 'read a team day').activity;
    must(await this.activities.open(worker, id, read.version), 'open a team day');
    await this.#offer(staff, id, { guestsPerChild, otherTasks, costLines });
    return id;
  }

  async #offer({ agencyId, worker }: DemoStaff, activityId: string, terms: Terms): Promise<void> {
    const usual = await this.offers.usual(agencyId);
    const hasOtherTasks = terms.otherTasks !== '';
    must(await this.offers.save(worker, activityId, 0, { ...usual, ...terms, hasOtherTasks }), 'open a day to teams');
  }

  async #request(actor: PersonActor, id: string): Promise<void> {
    const { booking } = await this.views.one(actor.agencyId, id);
    must(await this.bookings.request(actor, id, booking.version), 'ask for a day');
  }

  async #version({ agencyId }: DemoStaff, id: string): Promise<number> {
    return (await this.views.one(agencyId, id)).booking.version;
  }
}

const saturdayFrom = (day: LocalDate): LocalDate =>
  addDays(day, (SATURDAY - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7);
