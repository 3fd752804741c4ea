// The two bests that make the checker's bound, each by its own simplest means.
import type { SeatsReading } from './seats-reading.js';
import type { SeatActivity, SeatVolunteer } from './types.js';

interface Choice {
  readonly activity: SeatActivity;
  readonly net: number;
  readonly locked: boolean;
}

/** A volunteer's best plan at the prices, in parts: by recursion over what comes next and the minutes given so far. */
export function bestOfVolunteer(
  reading: SeatsReading,
  volunteer: SeatVolunteer,
  scale: number,
  prices: ReadonlyMap<string, ReadonlyMap<string, number>>,
  above: number,
): number {
  const choices: Choice[] = [];
  for (const activity of reading.problem.activities) {
    for (const { role } of activity.roles) {
      const worth = reading.worth(volunteer.id, activity.id, role);
      if (worth === undefined) continue;
      const locked = reading.isLocked(volunteer.id, activity.id, role);
      const net = scale * worth - (prices.get(activity.id)?.get(role) ?? 0) - above;
      // a seat that costs more than it is worth only takes minutes
      if (locked || net > 0) choices.push({ activity, net, locked });
    }
  }
  choices.sort((a, b) => a.activity.start - b.activity.start);
  const known = new Map<number, number>();
  const width = choices.length + 1;
  const cost = (minutes: number) => scale * reading.unevenness(volunteer, minutes);
  /** The best from here on, when the last choice was `last` and its month has so many minutes with it. */
  const from = (last: number, minutes: number): number => {
    const key = minutes * width + last + 1;
    const before = known.get(key);
    if (before !== undefined) return before;
    const current = choices[last]?.activity;
    const mustGoOn = choices.some(({ locked }, index) => index > last && locked);
    let best = mustGoOn ? -Infinity : -cost(minutes);
    for (let next = last + 1; next < choices.length; next++) {
      const choice = choices[next];
      if (!choice) break;
      const { activity, net } = choice;
      const length = activity.end - activity.start;
      const sameMonth = current?.month === activity.month;
      const given = sameMonth ? minutes + length : length;
      if (given <= reading.minutesLeft(volunteer, activity.month) && (!current || reading.inTime(current, activity))) {
        best = Math.max(best, net + from(next, given) - (sameMonth ? 0 : cost(minutes)));
      }
      if (choice.locked) break;
    }
    known.set(key, best);
    return best;
  };
  return from(-1, 0);
}

/** An activity's best offer at the prices, in parts: role by role, by how many come and how many count beyond. */
export function bestOfActivity(
  reading: SeatsReading,
  activity: SeatActivity,
  scale: number,
  prices: readonly number[],
): number {
  // by people so far: the best of prices and own minimums, for each number of people beyond own minimums
  let table = new Map<number, number>([[0, 0]]);
  const width = activity.most + 1;
  const fine = scale * reading.problem.rules.penalty;
  activity.roles.forEach(({ seats, least }, r) => {
    const next = new Map<number, number>();
    for (const [key, worth] of table) {
      const people = Math.floor(key / width);
      const beyond = key % width;
      for (let taken = 0; taken <= seats && people + taken <= activity.most; taken++) {
        const then = (people + taken) * width + beyond + Math.max(0, taken - least);
        const total = worth + taken * (prices[r] ?? 0) - fine * Math.max(0, least - taken);
        if (total > (next.get(then) ?? -Infinity)) next.set(then, total);
      }
    }
    table = next;
  });
  const asked = Math.max(0, activity.least - activity.roles.reduce((sum, { least }) => sum + least, 0));
  return [...table].reduce(
    (best, [key, worth]) => Math.max(best, worth - fine * Math.max(0, asked - (key % width))),
    -Infinity,
  );
}
