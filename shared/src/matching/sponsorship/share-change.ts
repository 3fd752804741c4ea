// What a worker may change of sponsorships, and the snapshot after it: still sorted, still without repeats.
import { withPerson } from '../change.js';
import { item } from '../ints.js';
import { personAt } from '../people.js';
import { normaliseShareChild, normaliseSponsor, sharesInOrder } from './share-snapshot.js';
import type { Share, ShareChild, ShareSnapshot, ShareSponsor } from './types.js';

export type ShareChange =
  | ({ readonly kind: 'veto' } & Share)
  | ({ readonly kind: 'lock' } & Share)
  | { readonly kind: 'arrive'; readonly sponsor: ShareSponsor }
  | { readonly kind: 'arrive'; readonly child: ShareChild }
  /** Who leaves takes decided shares along. */
  | { readonly kind: 'leave'; readonly sponsorId: string }
  | { readonly kind: 'leave'; readonly childId: string }
  /** Shares in all, decided ones included. */
  | { readonly kind: 'shares'; readonly sponsorId: string; readonly shares: number }
  | { readonly kind: 'shares'; readonly childId: string; readonly shares: number };

type Snapshot = Required<ShareSnapshot>;

/** Throws for ids that the snapshot does not have, and `BadProblem` for who arrives twice or in no order. */
export function changedShares(snapshot: Snapshot, change: ShareChange): Snapshot {
  const { sponsors, children, locks, vetoes } = snapshot;
  switch (change.kind) {
    case 'veto':
      return { ...snapshot, vetoes: sharesInOrder([...vetoes, known(snapshot, change)]) };
    case 'lock':
      return { ...snapshot, locks: sharesInOrder([...locks, known(snapshot, change)]) };
    case 'arrive':
      return 'sponsor' in change
        ? { ...snapshot, sponsors: withPerson(sponsors, normaliseSponsor(change.sponsor)) }
        : { ...snapshot, children: withPerson(children, normaliseShareChild(change.child)) };
    case 'leave':
      return 'sponsorId' in change
        ? {
            ...snapshot,
            sponsors: without(sponsors, change.sponsorId),
            locks: locks.filter(({ sponsorId }) => sponsorId !== change.sponsorId),
          }
        : {
            ...snapshot,
            children: without(children, change.childId),
            locks: locks.filter(({ childId }) => childId !== change.childId),
          };
    case 'shares': {
      const { shares } = change;
      return 'sponsorId' in change
        ? { ...snapshot, sponsors: replaced(sponsors, change.sponsorId, (one) => normaliseSponsor({ ...one, shares })) }
        : {
            ...snapshot,
            children: replaced(children, change.childId, (one) => normaliseShareChild({ ...one, shares })),
          };
    }
  }
}

/** Shares that a sponsor has left to give; none where the sponsor is gone. */
export function sharesLeftOf({ sponsors, locks }: Snapshot, sponsorId: string): number {
  const position = personAt(sponsors, sponsorId);
  if (position === undefined) return 0;
  const decided = locks.filter((lock) => lock.sponsorId === sponsorId).length;
  return Math.max(0, item(sponsors, position).shares - decided);
}

/** Sponsors whom a child can still have; none where the child is gone. */
export function needLeftOf({ children, locks }: Snapshot, childId: string): number {
  const position = personAt(children, childId);
  if (position === undefined) return 0;
  const decided = locks.filter((lock) => lock.childId === childId).length;
  return Math.max(0, item(children, position).shares - decided);
}

function known({ sponsors, children }: Snapshot, { sponsorId, childId }: Share): Share {
  mustStand(sponsors, sponsorId);
  mustStand(children, childId);
  return { sponsorId, childId };
}

function without<T extends { readonly id: string }>(people: readonly T[], id: string): T[] {
  mustStand(people, id);
  return people.filter((one) => one.id !== id);
}

function replaced<T extends { readonly id: string }>(people: readonly T[], id: string, by: (one: T) => T): T[] {
  const position = mustStand(people, id);
  const after = [...people];
  after[position] = by(item(people, position));
  return after;
}

function mustStand(people: readonly { readonly id: string }[], id: string): number {
  const position = personAt(people, id);
  if (position === undefined) throw new Error(`BUG: the snapshot has no ${id}`);
  return position;
}
