// The random walks of all four problems, for whoever wants to walk further than the tests do.
import { walkCompanions } from './walk-companions.js';
import { walkDays } from './walk-days.js';
import { walkSeats } from './walk-seats.js';
import { walkShares } from './walk-shares.js';

export { Seeded } from './small-problem.js';
export const WALKS = {
  companions: walkCompanions,
  seats: walkSeats,
  days: walkDays,
  shares: walkShares,
} as const;
