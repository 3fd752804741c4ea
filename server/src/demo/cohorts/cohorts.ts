// The historical cohorts D0 to D7, invented from a seed: no row tells of anybody, and every count is the source's.
import { askedFamilies, type CohortNeed } from './asked-families.js';
import { chance } from './chance.js';
import { grownVolunteers, type RoleRecord } from './grown-volunteers.js';
import { sponsoredHouseholds, type CohortHousehold } from './sponsored-households.js';

const SEED = 20_131_231;

export interface Cohorts {
  readonly households: readonly CohortHousehold[];
  readonly asked: readonly (readonly CohortNeed[])[];
  readonly roles: readonly RoleRecord[];
}

export function cohorts(seed = SEED): Cohorts {
  return {
    households: sponsoredHouseholds(chance(seed)),
    asked: askedFamilies(chance(seed + 1)),
    roles: grownVolunteers(chance(seed + 2)),
  };
}
