// Brings a snapshot of sponsorships into its one order, and refuses what cannot be reasoned about exactly.
import { byCodeUnit } from '../ints.js';
import { byId, pairsInOrder, whole } from '../normalise.js';
import type { Share, ShareChild, ShareSnapshot, ShareSponsor } from './types.js';

const MOST_SHARES = 10_000;
const MOST_MONTHS = 1200;
const MOST_DAYS = 1_000_000;

/** Sorted by id, without repeats. Throws `BadProblem` on a repeated id and on numbers out of range. */
export function normaliseShares(snapshot: ShareSnapshot): Required<ShareSnapshot> {
  return {
    sponsors: byId(snapshot.sponsors.map(normaliseSponsor)),
    children: byId(snapshot.children.map(normaliseShareChild)),
    locks: sharesInOrder(snapshot.locks),
    vetoes: sharesInOrder(snapshot.vetoes),
    earlierShares: sharesInOrder(snapshot.earlierShares ?? []),
  };
}

export function normaliseSponsor(one: ShareSponsor): ShareSponsor {
  const { area, stage, need } = one.wishes ?? {};
  return {
    id: one.id,
    shares: whole(one.shares, 'shares', 0, MOST_SHARES),
    months: whole(one.months, 'months', 0, MOST_MONTHS),
    programme: one.programme,
    wishes: { area, stage, need },
    eligible: one.eligible,
  };
}

export function normaliseShareChild(one: ShareChild): ShareChild {
  return {
    id: one.id,
    shares: whole(one.shares, 'shares', 0, MOST_SHARES),
    months: whole(one.months, 'months', 0, MOST_MONTHS),
    programme: one.programme,
    area: one.area,
    stage: one.stage,
    needs: [...new Set(one.needs)].sort(byCodeUnit),
    priority: whole(one.priority, 'priority', 1, 5),
    waitingDays: whole(one.waitingDays, 'waitingDays', 0, MOST_DAYS),
    consented: one.consented,
  };
}

export function sharesInOrder(shares: readonly Share[]): Share[] {
  const pairs = shares.map(({ sponsorId, childId }) => ({ volunteerId: sponsorId, childId }));
  return pairsInOrder(pairs).map(({ volunteerId, childId }) => ({ sponsorId: volunteerId, childId }));
}
