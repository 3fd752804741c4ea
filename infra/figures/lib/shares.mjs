// @ts-check
// Invented sponsors and children who need them, the same at every run, for figures of the matching engine.

/** So many children a programme, about: each share of a sponsor could go to most of them. */
const CHILDREN_A_PROGRAMME = 240;
const AREAS = ['north', 'east', 'south', 'west'];
const STAGES = ['PRIMARY', 'MIDDLE', 'HIGH'];
const NEEDS = ['STUDY', 'HEALTH', 'PEERS'];

/**
 * Half as many sponsors as children, of one to four shares each; children need one to three.
 * @param {number} childCount
 * @returns {import('@tongxing/shared/matching').ShareSnapshot}
 */
export function inventShares(childCount) {
  let seed = 20261202;
  const next = (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pick = (/** @type {readonly string[]} */ list) => list[next(list.length)];
  const programmes = Array.from({ length: Math.ceil(childCount / CHILDREN_A_PROGRAMME) }, (_, i) => `p${i}`);
  return {
    sponsors: Array.from({ length: childCount / 2 }, (_, i) => ({
      id: `s${String(i).padStart(6, '0')}`,
      shares: 1 + next(4),
      months: 12 * (1 + next(4)),
      programme: pick(programmes),
      wishes: {
        area: next(2) ? pick(AREAS) : undefined,
        stage: next(2) ? pick(STAGES) : undefined,
        need: next(3) ? undefined : pick(NEEDS),
      },
      eligible: next(20) !== 0,
    })),
    children: Array.from({ length: childCount }, (_, i) => ({
      id: `c${String(i).padStart(6, '0')}`,
      shares: 1 + next(3),
      months: 12 * next(4),
      programme: pick(programmes) ?? 'p0',
      area: pick(AREAS),
      stage: pick(STAGES),
      needs: NEEDS.filter(() => next(2) === 0),
      priority: 1 + next(5),
      waitingDays: next(300),
      consented: next(20) !== 0,
    })),
    locks: [],
    vetoes: [],
  };
}
