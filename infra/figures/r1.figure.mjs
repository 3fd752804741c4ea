// @ts-check
// Five hundred teams of one person each, seven places, one moment, two servers: seven have a place, round after round.
import { allAtOnce, withTeams } from './lib/team-places.mjs';

export const name = 'R1';
export const title = '500 bookings at the same moment at two servers for a day with 7 places';
export const target = 'exactly 7 hold a place, in each of 200 rounds; everybody else is told that the day is full';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const ROUNDS = 200;
const TEAMS = 500;
const PLACES = 7;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run(surroundings) {
  const { rounds = ROUNDS, log } = surroundings;
  return withTeams(surroundings, { teams: TEAMS, days: rounds, places: PLACES }, async (all) => {
    const tally = { right: 0, wrong: 0, other: 0 };
    for (const [round, day] of all.days.entries()) {
      const answers = await allAtOnce(all, all.teams, { day, people: 1, operation: 'holdTeamDay', round });
      const held = answers.filter(({ __typename }) => __typename === 'TeamBooking').length;
      tally.other += answers.filter(({ __typename }) => !['TeamBooking', 'CapacityFull'].includes(__typename)).length;
      const { people } = await all.taken(day);
      if (held === PLACES && people === PLACES) tally.right += 1;
      else {
        tally.wrong += 1;
        log(`round ${round + 1}: ${held} were told that they hold a place, ${people} places are held`);
      }
      if ((round + 1) % 10 === 0) log(`${round + 1} rounds, ${tally.right} with exactly ${PLACES}`);
    }
    const { right, wrong, other } = tally;
    return [
      { part: `rounds of ${TEAMS} with exactly ${PLACES}`, ...of(right, 'rounds', String(rounds), right === rounds) },
      { part: 'rounds with more or fewer', ...of(wrong, 'rounds', '0', wrong === 0) },
      { part: 'answers that were neither a place nor full', ...of(other, 'answers', '0', other === 0) },
    ];
  });
}

/** @param {number} value @param {string} unit @param {string} target @param {boolean} holds */
const of = (value, unit, target, holds) => ({ value, unit, target, holds });
