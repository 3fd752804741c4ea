// @ts-check
// Twenty teams of five, twelve places: two whole teams come, nobody comes in part, and the rest stand in line, each once.
import { allAtOnce, withTeams } from './lib/team-places.mjs';

export const name = 'R2';
export const title = '20 teams of 5 at the same moment at two servers for a day with 12 places, then the line';
export const target = 'exactly 2 whole teams, in each round; the other 18 wait, each at a place of its own';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const ROUNDS = 50;
const TEAMS = 20;
const PEOPLE = 5;
const PLACES = 12;
const WHOLE = 2;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run(surroundings) {
  const { rounds = ROUNDS, log } = surroundings;
  return withTeams(surroundings, { teams: TEAMS, days: rounds, places: PLACES }, async (all) => {
    const tally = { teams: 0, lines: 0 };
    for (const [round, day] of all.days.entries()) {
      const first = await allAtOnce(all, all.teams, { day, people: PEOPLE, operation: 'holdTeamDay', round });
      const without = all.teams.filter((_, at) => first[at]?.__typename === 'CapacityFull');
      const { bookings, people } = await all.taken(day);
      const isRight = bookings === WHOLE && people === WHOLE * PEOPLE && without.length === TEAMS - WHOLE;
      if (isRight) tally.teams += 1;
      else log(`round ${round + 1}: ${bookings} teams with ${people} people, ${without.length} without`);
      const line = await allAtOnce(all, without, { day, people: PEOPLE, operation: 'waitForTeamDay', round });
      // Asked at once, each is told a place that was theirs then; afterwards all of them have one, and no two the same.
      const waiting = line.filter(({ __typename }) => __typename === 'TeamBooking').map(({ inLine }) => inLine ?? 0);
      if (new Set(waiting).size === without.length && Math.max(...waiting) === without.length) tally.lines += 1;
      else log(`round ${round + 1}: places in line ${waiting.sort((a, b) => a - b).join(' ')}`);
    }
    const { teams, lines } = tally;
    const target = String(rounds);
    return [
      {
        part: `rounds with exactly ${WHOLE} whole teams`,
        value: teams,
        unit: 'rounds',
        target,
        holds: teams === rounds,
      },
      { part: 'rounds with one line of all others', value: lines, unit: 'rounds', target, holds: lines === rounds },
    ];
  });
}
