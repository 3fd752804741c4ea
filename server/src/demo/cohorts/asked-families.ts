// The families of D6, each asked what it needs: counts that round to the shares of the source.
import { at, type Chance } from './chance.js';

const FAMILIES = 393;
const NEEDS = { STUDY: 275, HOUSING: 198, MEDICAL: 262, WORK: 161, NEIGHBOUR_SUPPORT: 213 } as const;

export type CohortNeed = keyof typeof NEEDS;

/** What each family named, at least one domain, most pressing first. */
export function askedFamilies(dice: Chance): (readonly CohortNeed[])[] {
  const families = Array.from({ length: FAMILIES }, () => new Set<CohortNeed>());
  for (const [need, count] of Object.entries(NEEDS) as [CohortNeed, number][]) {
    for (const family of dice.shuffle(families).slice(0, count)) family.add(need);
  }
  for (const family of families) if (family.size === 0) giveOne(dice, families, family);
  return families.map((family) => dice.shuffle([...family]));
}

/** One domain of a family that named several; the counts stay. */
function giveOne(dice: Chance, families: readonly Set<CohortNeed>[], to: Set<CohortNeed>): void {
  const from = dice.pick(families.filter((family) => family.size > 1));
  const need = at([...from], 0);
  from.delete(need);
  to.add(need);
}
