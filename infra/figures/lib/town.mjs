// @ts-check
// An invented town of volunteers and children, the same at every run, for figures of the matching engine.

const LANGUAGES = ['MANDARIN', 'WU', 'SICHUANESE', 'HENAN'];
const SKILLS = ['MATHS', 'READING', 'LISTENING', 'SPORTS', 'ART', 'CITY_LIFE'];
const NEEDS = ['STUDY', 'EMOTION', 'PEERS', 'CITY'];
/** Metres from edge to edge of a town of so many volunteers; a larger one has as many to the square kilometre. */
const EDGE = 20_000;
const EDGE_FOR = 2_000;
const TEAM = 20;

/**
 * A town in which each child has about 160 candidates, whatever its size.
 * @param {number} volunteerCount
 * @param {number} childCount
 * @param {number} supervisorPlaces of each supervisor, who has twenty volunteers
 * @returns {import('@tongxing/shared/matching').MatchSnapshot}
 */
export function inventTown(volunteerCount, childCount, supervisorPlaces) {
  let seed = 20261201;
  const next = (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const edge = Math.round(EDGE * Math.sqrt(volunteerCount / EDGE_FOR));
  const some = (/** @type {readonly string[]} */ codes) => codes.filter(() => next(3) === 0);
  const gender = () => /** @type {'FEMALE' | 'MALE'} */ (next(2) ? 'FEMALE' : 'MALE');
  const place = () => ({ x: next(edge), y: next(edge) });
  const freeTimes = (/** @type {number} */ count) =>
    Array.from({ length: count }, () => {
      const startMinute = 480 + 30 * next(22);
      return { weekday: 1 + next(7), startMinute, endMinute: startMinute + 60 + 30 * next(5) };
    });
  const supervisors = Array.from({ length: Math.ceil(volunteerCount / TEAM) }, (_, i) => ({
    id: `s${i}`,
    places: supervisorPlaces,
  }));
  return {
    serviceDate: '2026-12-01',
    volunteers: Array.from({ length: volunteerCount }, (_, i) => ({
      id: `v${String(i).padStart(6, '0')}`,
      gender: gender(),
      languages: ['MANDARIN', ...some(LANGUAGES)],
      skills: some(SKILLS),
      freeTimes: freeTimes(4),
      place: place(),
      travelBudget: 6000 + 1000 * next(8),
      places: 1 + (next(5) === 0 ? 1 : 0),
      supervisorId: `s${next(supervisors.length)}`,
      eligible: next(10) !== 0,
    })),
    children: Array.from({ length: childCount }, (_, i) => ({
      id: `c${String(i).padStart(6, '0')}`,
      gender: gender(),
      languages: ['MANDARIN', ...some(LANGUAGES)],
      needs: some(NEEDS),
      freeTimes: freeTimes(4),
      place: place(),
      priority: 1 + next(5),
      waitingDays: next(300),
    })),
    supervisors,
    locks: [],
    vetoes: [],
  };
}

export const RULES = { minimumCommonMinutes: 60, allowOtherGender: false };
