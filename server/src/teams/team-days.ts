// Days on which teams may come, with what is free at this moment and which limit binds; plainly for pages, locked to decide.
import { Injectable } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import type { FreePlaces, TakenPlaces } from '@tongxing/shared/rules';
import { Activities, type ActivityView } from '../activities/index.js';
import { Agencies } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { BookingsRepository, type GroupMonth, type GroupVisit } from './bookings.repository.js';
import { factsOf, isOver, placesOf, takenBy } from './domain/day.js';
import type { TeamBooking, TeamOffer } from './team.entities.js';

/** A day with its offer, its bookings and its free places. */
export interface TeamDay {
  readonly view: ActivityView;
  readonly offer: TeamOffer;
  readonly bookings: readonly TeamBooking[];
  readonly taken: TakenPlaces;
  /** One for each kind of tasks. */
  readonly places: readonly FreePlaces[];
}

type Visit = Pick<TeamBooking, 'activityId' | 'state' | 'expiresAt'>;

@Injectable()
export class TeamDays {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
  ) {}

  /** Open days of a team's choice, the earliest first. */
  async between(agencyId: AgencyId, from: LocalDate, to: LocalDate): Promise<TeamDay[]> {
    const today = await this.agencies.today(agencyId);
    const since = from < today ? today : from;
    if (since > to) return [];
    const views = await this.activities.between(agencyId, since, to);
    return this.#of(
      agencyId,
      views.filter(({ activity }) => activity.state === 'OPEN'),
    );
  }

  /** Those of one date, whatever became of them. */
  async on(agencyId: AgencyId, onDate: LocalDate): Promise<TeamDay[]> {
    return this.#of(agencyId, await this.activities.between(agencyId, onDate, onDate));
  }

  /** Those of these activities to which teams may come, by the activity's id, whatever became of it. */
  async byIds(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, TeamDay>> {
    const days = await this.#of(agencyId, await this.activities.byIds(agencyId, [...new Set(ids)]));
    return new Map(days.map((day) => [day.view.activity.id, day]));
  }

  /**
   * The same, while nobody else decides about it: its offer is locked, and where its children are visited by teams on
   * other days of the month, the offers of those too, in the order of their ids. Inside a unit of work.
   */
  async locked(agencyId: AgencyId, activityId: string): Promise<TeamDay | undefined> {
    const before = await this.activities.find(agencyId, activityId);
    if (!before) return undefined;
    const group = monthOf(before);
    const beside = group ? await this.repository.offersOfGroup(group) : [];
    const offer = await this.repository.lockOffers(agencyId, activityId, beside);
    // Called off meanwhile or not: as it is committed now.
    const state = offer && (await this.activities.lockedState(agencyId, activityId));
    if (!offer || !state) return undefined;
    const view = { ...before, activity: { ...before.activity, state } };
    const bookings = await this.repository.lockBookings(agencyId, activityId);
    const visits = group ? await this.repository.visitsOf(group, true) : [];
    return this.#day(view, offer, bookings, visits, await this.agencies.today(agencyId));
  }

  async #of(agencyId: AgencyId, views: readonly ActivityView[]): Promise<TeamDay[]> {
    if (views.length === 0) return [];
    const ids = views.map(({ activity }) => activity.id);
    const offers = new Map((await this.repository.offers(agencyId, ids)).map((offer) => [offer.activityId, offer]));
    const bookings = byKey(await this.repository.ofActivities(agencyId, [...offers.keys()]), (one) => one.activityId);
    const today = await this.agencies.today(agencyId);
    const shown = views.filter(({ activity }) => offers.has(activity.id));
    const found = await this.repository.visitsOfGroups(shown.flatMap((view) => monthOf(view) ?? []));
    const visits = byKey(found, monthKey);
    return shown.flatMap((view) => {
      const offer = offers.get(view.activity.id);
      const own = bookings.get(view.activity.id) ?? [];
      const group = monthOf(view);
      return offer
        ? this.#day(
            view,
            offer,
            own,
            group ? (visits.get(monthKey({ ...group, onDate: group.from })) ?? []) : [],
            today,
          )
        : [];
    });
  }

  #day(
    view: ActivityView,
    offer: TeamOffer,
    bookings: readonly TeamBooking[],
    visits: readonly Visit[],
    today: LocalDate,
  ): TeamDay {
    const { activity, venue, inCharge } = view;
    const now = this.clock.nowIso();
    const others = visits.filter((one) => one.activityId !== activity.id && !isOver(one, now));
    const otherVisits = new Set(others.map(({ activityId }) => activityId)).size;
    const plan = { ...activity, venuePeople: venue.people, workers: inCharge.length };
    const taken = takenBy(bookings, now);
    return { view, offer, bookings, taken, places: placesOf(factsOf(plan, offer, otherVisits, today), taken) };
  }
}

/** A year has many: each is looked for once. */
function byKey<One>(rows: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, One[]> {
  const found = new Map<string, One[]>();
  for (const one of rows) {
    const key = keyOf(one);
    const same = found.get(key);
    if (same) same.push(one);
    else found.set(key, [one]);
  }
  return found;
}

const monthKey = ({ childrenGroup, onDate }: Pick<GroupVisit, 'childrenGroup' | 'onDate'>): string =>
  `${onDate.slice(0, 7)} ${childrenGroup}`;

/** Undefined where no group of children is named: then nobody's visits are counted. */
function monthOf({ activity }: ActivityView): GroupMonth | undefined {
  const { childrenGroup, onDate } = activity;
  if (childrenGroup === null || activity.children === 0) return undefined;
  const from = `${onDate.slice(0, 7)}-01` as LocalDate;
  const next = addDays(from, 32);
  const to = addDays(`${next.slice(0, 7)}-01` as LocalDate, -1);
  return { agencyId: activity.agencyId as AgencyId, childrenGroup, from, to };
}
