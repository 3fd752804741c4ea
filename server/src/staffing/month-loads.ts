// One month as the engine, the board and every check of a seat see it: open activities, who could come, who is where.
import { Injectable } from '@nestjs/common';
import { addDays, addMonths, localDate, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { FAIR_MONTHS, NO_WISH, type ActivityWish, type DayHours } from '@tongxing/shared/rules';
import { ACTIVITY_TAKES_TIME } from '@tongxing/shared/states';
import { Activities, type Activity, type ActivityView } from '../activities/index.js';
import { CalendarSources } from '../calendar/index.js';
import { Agencies, VolunteerEligibility, VolunteersRepository, type VolunteerView } from '../people/index.js';
import { allRows } from '../platform/access/index.js';
import type { MonthActivity, MonthFacts, MonthVolunteer } from './domain/month-problem.js';
import { SeatsRepository } from './seats.repository.js';
import type { ActivityWishRow, SeatAssignment } from './staffing.entities.js';

const MINUTES_A_DAY = 24 * 60;

export interface LoadedMonth {
  readonly facts: MonthFacts;
  /** Open activities of the month from today on, the earliest first. */
  readonly views: readonly ActivityView[];
  /** Every seat of them. */
  readonly rows: readonly SeatAssignment[];
  /** By person. */
  readonly volunteers: ReadonlyMap<string, VolunteerView>;
}

@Injectable()
export class MonthLoads {
  constructor(
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly calendar: CalendarSources,
    private readonly seats: SeatsRepository,
  ) {}

  /** `month` as 2027-03. */
  async load(agencyId: AgencyId, month: string): Promise<LoadedMonth> {
    const first = localDate(`${month}-01`);
    const last = addDays(addMonths(first, 1), -1);
    const today = await this.agencies.today(agencyId);
    const all = await this.activities.between(agencyId, first, last);
    const views = all.filter(({ activity }) => activity.state === 'OPEN' && activity.onDate >= today);
    const open = new Set(views.map(({ activity }) => activity.id));
    const everySeat = await this.seats.between(agencyId, first, last);
    const rows = everySeat.filter(({ activityId }) => open.has(activityId));
    const people = await this.volunteers.all(allRows(agencyId));
    const elsewhere = placesOf(all, open, everySeat);
    const soFar = await this.seats.publishedMinutes(agencyId, addMonths(first, -FAIR_MONTHS), addDays(first, -1));
    const wishes = await this.seats.wishes(agencyId);
    const mayServe = await this.mayServe(agencyId, people, views);
    const volunteers: MonthVolunteer[] = [];
    for (const { person, skills, freeTimes } of people) {
      const days = mayServe.get(person.id) ?? new Set();
      const own = elsewhere.get(person.id);
      const appointments = days.size === 0 ? [] : await this.appointments(agencyId, person.id, { first, last });
      volunteers.push({
        ...{ personId: person.id, skills, freeTimes, mayServe: days, minutesSoFar: soFar.get(person.id) ?? 0 },
        ...{ wish: toWish(wishes.get(person.id)), minutesTaken: own?.minutes ?? 0 },
        busy: [...(own?.hours ?? []), ...appointments],
      });
    }
    return {
      facts: { month, activities: views.map(toMonthActivity), volunteers, seats: rows },
      ...{ views, rows, volunteers: new Map(people.map((one) => [one.person.id, one])) },
    };
  }

  /** By person, the activities on whose day the eligibility function lets them serve a group (H6–H8). */
  async mayServe(
    agencyId: AgencyId,
    people: readonly VolunteerView[],
    views: readonly { readonly activity: Pick<Activity, 'id' | 'onDate'> }[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const found = new Map<string, Set<string>>(people.map(({ person }) => [person.id, new Set()]));
    for (const day of new Set(views.map(({ activity }) => activity.onDate))) {
      const judged = await this.eligibility.on(agencyId, people, day as LocalDate, 'GROUP_ACTIVITY');
      const ids = views.filter(({ activity }) => activity.onDate === day).map(({ activity }) => activity.id);
      for (const { id, person } of people) {
        if (judged.get(id)?.ready === true) for (const activityId of ids) found.get(person.id)?.add(activityId);
      }
    }
    return found;
  }

  /** What stands in somebody's calendar with an hour, beside their seats. */
  async appointments(
    agencyId: AgencyId,
    personId: PersonId,
    { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
  ): Promise<DayHours[]> {
    const found = await this.calendar.of(agencyId, personId, first);
    return found.flatMap(({ kind, day, span }) =>
      kind === 'ACTIVITY' || !span || day > last
        ? []
        : [
            {
              onDate: day,
              startMinute: span.startMinute,
              endMinute: Math.min(MINUTES_A_DAY, span.startMinute + span.minutes),
            },
          ],
    );
  }
}

export const toMonthActivity = ({ activity, inCharge }: ActivityView): MonthActivity => ({
  ...{ id: activity.id, kind: activity.kind, onDate: activity.onDate, roles: activity.roles },
  ...{ startMinute: activity.startMinute, endMinute: activity.endMinute },
  ...{ children: activity.children, childrenPerAdult: activity.childrenPerAdult },
  inChargeIds: inCharge.map(({ id }) => id),
});

export const toWish = (row: ActivityWishRow | null | undefined): ActivityWish =>
  row
    ? {
        kinds: row.kinds,
        hoursPerMonth: row.hoursPerMonth,
        restDays: row.restDays,
        onlyFreeTimes: row.onlyFreeTimes,
      }
    : NO_WISH;

interface Places {
  readonly hours: DayHours[];
  minutes: number;
}

/** Where people are besides the seats that are planned: in charge of an activity, or at one whose roster is closed. */
function placesOf(
  all: readonly ActivityView[],
  open: ReadonlySet<string>,
  seats: readonly SeatAssignment[],
): ReadonlyMap<string, Places> {
  const found = new Map<string, Places>();
  const of = (personId: string): Places => {
    const known = found.get(personId) ?? { hours: [], minutes: 0 };
    found.set(personId, known);
    return known;
  };
  const taking = all.filter(({ activity }) => ACTIVITY_TAKES_TIME.includes(activity.state));
  for (const { activity, inCharge } of taking) {
    for (const { id } of inCharge) of(id).hours.push(activity);
  }
  const standing = new Set(taking.map(({ activity }) => activity.id));
  for (const seat of seats) {
    if (seat.state !== 'PUBLISHED' || open.has(seat.activityId) || !standing.has(seat.activityId)) continue;
    of(seat.personId).hours.push(seat);
    of(seat.personId).minutes += seat.endMinute - seat.startMinute;
  }
  return found;
}
