// The checker's own reading of a proof by parts: what no plan of any part can exceed. Shares no code with the solver.
import type { Booking, DayActivity, DayCompany, DayProof, DaysProblem, FewDayPrices } from './types.js';

interface Offer {
  readonly key: string;
  readonly company: DayCompany;
  readonly booking: Booking;
  readonly value: number;
  readonly cost: number;
}

/** An activity on a day, and all who may come to it. */
interface Day {
  readonly activity: DayActivity;
  readonly day: string;
  /** Adults. */
  readonly least: number;
  readonly most: number;
  readonly offers: readonly Offer[];
}

/** What the checker knows of a problem, read once for all parts of a proof. */
export interface DayReading {
  readonly problem: DaysProblem;
  /** What a booking is worth without its company's first day; nothing where it may not be. */
  readonly worth: (booking: Booking) => number | undefined;
  readonly firstWorth: (company: DayCompany) => number;
  readonly adultsNeeded: (activity: DayActivity) => number;
  readonly scale: number;
  readonly prices: FewDayPrices;
}

export const keyOf = ({ companyId, activityId, day }: Booking) => JSON.stringify([companyId, activityId, day]);

export class DayProofReader {
  readonly #reading: DayReading;
  readonly #days: readonly Day[];
  readonly #locked: ReadonlySet<string>;
  readonly #present: ReadonlyMap<string, number>;
  readonly #capacity: ReadonlyMap<string, number>;
  readonly #daysOf: ReadonlyMap<DayActivity, readonly Day[]>;
  readonly problems: string[] = [];

  constructor(reading: DayReading) {
    const { problem, worth } = reading;
    this.#reading = reading;
    this.#locked = new Set(problem.locks.map(keyOf));
    this.#capacity = new Map(problem.venues.map(({ id, capacity }) => [id, capacity]));
    const present = new Map<string, number>();
    for (const one of problem.workers) present.set(one.day, (present.get(one.day) ?? 0) + one.present);
    this.#present = present;
    this.#days = problem.activities.flatMap((activity) =>
      activity.days.map((day) => ({
        activity,
        day,
        least: this.#least(activity, day),
        most: Math.min(activity.mostAdults, (this.#capacity.get(activity.venueId) ?? 0) - activity.children),
        offers: problem.companies.flatMap((company) => {
          const booking = { companyId: company.id, activityId: activity.id, day };
          const value = worth(booking);
          const cost = company.people * activity.costPerPerson;
          return value === undefined ? [] : [{ key: keyOf(booking), company, booking, value, cost }];
        }),
      })),
    );
    this.#daysOf = new Map(
      problem.activities.map((activity) => [activity, this.#days.filter((one) => one.activity === activity)]),
    );
  }

  /** In whole points: the greatest bound of all parts; -Infinity where no plan can be. */
  bound(proof: DayProof): number {
    return this.#part(proof, new Set(this.#locked), new Set());
  }

  #part(proof: DayProof, within: Set<string>, without: Set<string>): number {
    if ('booking' in proof) {
      const key = keyOf(proof.booking);
      const known = this.#days.some(({ offers }) => offers.some((offer) => offer.key === key));
      if (!known || within.has(key) || without.has(key)) this.problems.push(`${key}: no booking to split by`);
      const half = (side: Set<string>, part: DayProof) => {
        side.add(key);
        const bound = this.#part(part, within, without);
        side.delete(key);
        return bound;
      };
      return Math.max(half(within, proof.within), half(without, proof.without));
    }
    if (!this.#canBeTogether(within)) return -Infinity;
    const open = this.#days.some(({ offers }) => offers.some(({ key }) => !within.has(key) && !without.has(key)));
    if (!open) return this.#worthOf(within);
    const { scale } = this.#reading;
    return Math.floor(this.#priced({ ...this.#reading.prices, ...proof.prices }, within, without) / scale);
  }

  #taken(within: ReadonlySet<string>): Offer[] {
    return this.#days.flatMap(({ offers }) => offers.filter(({ key }) => within.has(key)));
  }

  /** Whether days, budgets, venues, workers and times allow what is said, whoever else comes. */
  #canBeTogether(within: ReadonlySet<string>): boolean {
    const taken = this.#taken(within);
    for (const company of new Set(taken.map((offer) => offer.company))) {
      const own = taken.filter((offer) => offer.company === company);
      if (own.length > company.most || new Set(own.map(({ booking }) => booking.day)).size < own.length) return false;
      if (sum(own.map(({ cost }) => cost)) > company.budget) return false;
    }
    const held = this.#days.filter(({ offers }) => offers.some(({ key }) => within.has(key)));
    const count = <T>(list: readonly T[], wanted: T) => list.filter((one) => one === wanted).length;
    const places = held.map(({ activity, day }) => JSON.stringify([activity.venueId, day]));
    if (new Set(places).size < places.length) return false;
    const activities = held.map(({ activity }) => activity);
    if (activities.some((activity) => count(activities, activity) > activity.times)) return false;
    return held.every(({ day }) => {
      const busy = sum(held.filter((other) => other.day === day).map(({ activity }) => activity.workers));
      return busy <= (this.#present.get(day) ?? 0);
    });
  }

  /** Of the one plan that is left; -Infinity where adults are too few or too many. */
  #worthOf(within: ReadonlySet<string>): number {
    const taken = this.#taken(within);
    for (const { least, most, offers } of this.#days) {
      const here = offers.filter(({ key }) => within.has(key));
      if (here.length === 0) continue;
      const adults = sum(here.map(({ company }) => company.people));
      if (adults > most || adults < least) return -Infinity;
    }
    const served = new Set(taken.map(({ company }) => company));
    return sum(taken.map(({ value }) => value)) + sum([...served].map(this.#reading.firstWorth));
  }

  /** What everybody would have at most at the prices, in parts. */
  #priced(prices: FewDayPrices, within: ReadonlySet<string>, without: ReadonlySet<string>): number {
    const { problem, scale, firstWorth } = this.#reading;
    const all = [
      ...Object.values(prices.company ?? {}).flatMap((own) => Object.values(own)),
      ...Object.values(prices.venue ?? {}).flatMap((ofDays) => Object.values(ofDays)),
      ...Object.values(prices.worker ?? {}),
    ];
    if (all.some((price) => !Number.isSafeInteger(price) || price < 0)) this.problems.push('a price that is none');
    let total = 0;
    for (const company of problem.companies) {
      const { day = 0, budget = 0, first = 0 } = prices.company?.[company.id] ?? {};
      total += company.most * day + 1000 * budget + Math.max(0, scale * firstWorth(company) - first);
    }
    for (const day of new Set(problem.activities.flatMap((activity) => activity.days))) {
      for (const { id } of problem.venues) total += prices.venue?.[id]?.[day] ?? 0;
      total += (this.#present.get(day) ?? 0) * (prices.worker?.[day] ?? 0);
    }
    for (const [activity, own] of this.#daysOf) {
      const worth = own.map((one) => {
        const rent =
          (prices.venue?.[activity.venueId]?.[one.day] ?? 0) + activity.workers * (prices.worker?.[one.day] ?? 0);
        const must = one.offers.some(({ key }) => within.has(key));
        return { must, worth: this.#bestOf(one, prices, within, without) - rent };
      });
      const must = worth.filter((one) => one.must);
      if (must.length > activity.times) return -Infinity;
      const others = worth.filter((one) => !one.must && one.worth > 0).sort((a, b) => b.worth - a.worth);
      total += sum([...must, ...others.slice(0, activity.times - must.length)].map((one) => one.worth));
    }
    return total;
  }

  /** The best set of companies within ratio and room, by what every number of people can be worth. */
  #bestOf(
    { least, most, offers }: Day,
    prices: FewDayPrices,
    within: ReadonlySet<string>,
    without: ReadonlySet<string>,
  ): number {
    let reached = new Array<number>(Math.max(0, most) + 1).fill(-Infinity);
    reached[0] = 0;
    for (const { key, company, value, cost } of offers) {
      if (without.has(key)) continue;
      const { day: ofDay = 0, budget = 0, first = 0 } = prices.company?.[company.id] ?? {};
      const share = cost === 0 ? 0 : Math.floor((1000 * cost) / Math.max(1, company.budget));
      const net = this.#reading.scale * value + first - ofDay - share * budget;
      const before = reached;
      reached = before.map((worth, people) => {
        const coming = (before[people - company.people] ?? -Infinity) + net;
        return within.has(key) || coming > worth ? coming : worth;
      });
    }
    return reached.slice(least).reduce((a, b) => Math.max(a, b), -Infinity);
  }

  /** A decided day is held with whoever is decided. */
  #least(activity: DayActivity, day: string): number {
    const here = this.#reading.problem.companies.filter(({ id }) =>
      this.#locked.has(keyOf({ companyId: id, activityId: activity.id, day })),
    );
    const needed = this.#reading.adultsNeeded(activity);
    return here.length > 0 ? Math.min(needed, sum(here.map(({ people }) => people))) : needed;
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
