// @ts-check
// An invented year of company days, the same at every run, for figures of the matching engine.

/**
 * @param {number} companyCount
 * @param {number} activityCount
 * @returns {import('@tongxing/shared/matching').DaysProblem}
 */
export function inventYear(companyCount, activityCount) {
  let state = 20270401;
  const next = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const days = Array.from({ length: 12 }, (_, d) => `2027-${String(d + 1).padStart(2, '0')}-20`);
  const activities = Array.from({ length: activityCount }, (_, i) => ({
    id: `a${String(i).padStart(4, '0')}`,
    children: 10 + next(30),
    childrenPerAdult: 2 + next(3),
    mostAdults: 15 + next(20),
    workers: 1 + next(3),
    venueId: `p${next(6)}`,
    costPerPerson: 5_000 + 1_000 * next(20),
    days: days.filter(() => next(3) === 0),
    times: 1,
  }));
  return {
    companies: Array.from({ length: companyCount }, (_, i) => ({
      id: `c${String(i).padStart(4, '0')}`,
      people: 6 + next(20),
      budget: 150_000 + 10_000 * next(40),
      most: 1,
      wishes: [
        ...new Set(
          Array.from({ length: 6 }, () => activities[Math.min(next(activityCount), next(activityCount))]?.id ?? ''),
        ),
      ],
      before: [],
      yearsWithout: next(4),
    })),
    activities,
    venues: Array.from({ length: 6 }, (_, p) => ({ id: `p${p}`, capacity: 50 + next(40) })),
    workers: days.map((day) => ({ day, present: 4 + next(5) })),
    locks: [],
    vetoes: [],
    previous: [],
    rules: { rankPoints: [100, 70, 50, 35, 25, 15], stayBonus: 0 },
    weights: {
      version: 1,
      criteria: [
        { criterion: 'wish', weight: 60, why: 'A team that does what it asked for comes prepared.' },
        { criterion: 'fairness', weight: 30, why: 'Who had no day last year comes first this year.' },
      ],
    },
  };
}

/**
 * What others do: one company after the other has its dearest wish that is still free. Days on which the ratio is not
 * reached in the end are not held.
 * @param {typeof import('@tongxing/shared/matching')} engine
 * @param {import('@tongxing/shared/matching').DaysProblem} year
 */
export function firstCome(engine, year) {
  /** @type {Map<string, { activity: import('@tongxing/shared/matching').DayActivity, day: string, people: number, worth: number }>} */
  const held = new Map();
  for (const company of year.companies) {
    const wished = company.wishes.flatMap((id) => year.activities.filter((activity) => activity.id === id));
    for (const [activity, day] of wished.flatMap((one) => one.days.map((on) => /** @type {const} */ ([one, on])))) {
      if (engine.dayRejections(year, company, activity, day).length > 0) continue;
      const here = held.get(activity.id);
      const room = (year.venues.find(({ id }) => id === activity.venueId)?.capacity ?? 0) - activity.children;
      const adults = (here?.people ?? 0) + company.people;
      const today = [...held.values()].filter((one) => one.day === day && one.activity.id !== activity.id);
      const busy = today.reduce((sum, one) => sum + one.activity.workers, activity.workers);
      const present = year.workers.find((one) => one.day === day)?.present ?? 0;
      const taken = today.some((one) => one.activity.venueId === activity.venueId);
      if ((here && here.day !== day) || taken || busy > present || adults > Math.min(activity.mostAdults, room))
        continue;
      const worth = engine.dayParts(year, company, activity, day).reduce((sum, { points }) => sum + points, 0);
      held.set(activity.id, { activity, day, people: adults, worth: (here?.worth ?? 0) + worth });
      break;
    }
  }
  return [...held.values()]
    .filter(({ activity, people }) => people * activity.childrenPerAdult >= activity.children)
    .reduce((sum, { worth }) => sum + worth, 0);
}
