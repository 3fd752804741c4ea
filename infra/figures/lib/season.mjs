// @ts-check
// An invented month of activities and the volunteers for it, the same at every run, for figures of the matching engine.

const SKILLS = ['MATHS', 'READING', 'SPORTS', 'ART', 'MUSIC', 'FIRST_AID', 'CITY_LIFE', 'LISTENING'];
const DAYS = 28;
const DAY = 1440;
const EDGE = 20_000;
/** So near a volunteer's own part of town that an activity there is wished for more. */
const NEAR = 6_000;

/**
 * Most activities on weekends; each volunteer is free on a few half days of the week and wishes for what is near.
 * @param {number} volunteerCount
 * @param {number} activityCount
 * @returns {import('@tongxing/shared/matching').SeatsProblem}
 */
export function inventSeason(volunteerCount, activityCount, seed = 20270301) {
  let state = seed;
  const next = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const some = (/** @type {number} */ of) => SKILLS.filter(() => next(of) === 0);
  const place = () => ({ x: next(EDGE), y: next(EDGE) });
  const activities = Array.from({ length: activityCount }, (_, i) => {
    const week = next(4);
    const weekday = next(3) > 0 ? 5 + next(2) : next(5);
    const start = (week * 7 + weekday) * DAY + 540 + 30 * next(20);
    const leaders = 1 + next(2);
    const helpers = 3 + next(8);
    const drivers = next(3) === 0 ? 1 : 0;
    const roles = [
      {
        role: 'LEADER',
        seats: leaders,
        least: 1,
        required: next(2) ? [] : [SKILLS[next(SKILLS.length)] ?? ''],
        helpful: some(3),
      },
      { role: 'HELPER', seats: helpers, least: 1, required: [], helpful: some(4) },
      ...(drivers ? [{ role: 'DRIVER', seats: 1, least: 0, required: ['CITY_LIFE'], helpful: [] }] : []),
    ];
    return {
      id: `a${String(i).padStart(5, '0')}`,
      start,
      end: start + 60 + 30 * next(5),
      month: '2027-03',
      place: place(),
      need: 20 + next(81),
      least: 2 + Math.floor(helpers / 2),
      most: leaders + helpers + drivers,
      roles,
    };
  });
  const volunteers = Array.from({ length: volunteerCount }, (_, i) => {
    const home = place();
    const halves = Array.from({ length: 14 }, () => next(4) === 0);
    const free = Array.from({ length: DAYS * 2 }, (_, half) => half)
      .filter((half) => halves[half % 14] && next(5) > 0)
      .map((half) => ({
        from: (half >> 1) * DAY + (half % 2 ? 780 : 480),
        to: (half >> 1) * DAY + (half % 2 ? 1320 : 800),
      }));
    return {
      id: `v${String(i).padStart(6, '0')}`,
      eligible: next(12) !== 0,
      skills: some(3),
      free,
      wishes: activities
        .filter(({ place: { x, y } }) => Math.hypot(x - home.x, y - home.y) < NEAR || next(4) === 0)
        .map(({ id }) => ({ activityId: id, points: 10 + next(91) })),
      minutesPerMonth: 240 + 60 * next(13),
      minutesSoFar: 60 * next(60),
    };
  });
  return {
    volunteers,
    activities,
    supervisors: [],
    locks: [],
    vetoes: [],
    previous: [],
    rules: { gapMinutes: 30, metresPerMinute: 250, penalty: 20_000, evenness: 10, stayBonus: 1_500 },
    weights: {
      version: 1,
      criteria: [
        { criterion: 'preference', weight: 40, why: 'Who does what they like comes again.' },
        { criterion: 'skills', weight: 30, why: 'Helpful skills make the afternoon better.' },
        { criterion: 'need', weight: 30, why: 'Activities that serve assessed needs come first.' },
      ],
    },
  };
}
