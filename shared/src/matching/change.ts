// What a worker may change of a snapshot, and the snapshot after it: still sorted, still without repeats.
import { byCodeUnit, item } from './ints.js';
import { normaliseChild, normaliseVolunteer, wholePlaces } from './normalise.js';
import { personAt, whereIn } from './people.js';
import { BadProblem } from './transport/problem.js';
import type { MatchChild, MatchSnapshot, MatchVolunteer, PairOfIds } from './types.js';

export type Change =
  /** A worker declined the pair. */
  | ({ readonly kind: 'veto' } & PairOfIds)
  /** A worker decided for the pair; it takes its places from now on. */
  | ({ readonly kind: 'lock' } & PairOfIds)
  | { readonly kind: 'arrive'; readonly volunteer: MatchVolunteer }
  | { readonly kind: 'arrive'; readonly child: MatchChild }
  /** Who leaves takes decided pairs along: the places are free again, and a child left behind waits again. */
  | { readonly kind: 'leave'; readonly volunteerId: string }
  | { readonly kind: 'leave'; readonly childId: string }
  /** Places in all, decided pairs included. */
  | { readonly kind: 'capacity'; readonly volunteerId: string; readonly places: number }
  | { readonly kind: 'capacity'; readonly supervisorId: string; readonly places: number };

type Snapshot = Required<MatchSnapshot>;

/** Throws for ids that the snapshot does not have, and `BadProblem` for who arrives twice or in no order. */
export function changed(snapshot: Snapshot, change: Change): Snapshot {
  switch (change.kind) {
    case 'veto':
      return { ...snapshot, vetoes: withPair(snapshot.vetoes, knownPair(snapshot, change)) };
    case 'lock':
      return { ...snapshot, locks: withPair(snapshot.locks, undecided(snapshot, knownPair(snapshot, change))) };
    case 'arrive':
      return 'volunteer' in change
        ? { ...snapshot, volunteers: withPerson(snapshot.volunteers, normaliseVolunteer(change.volunteer)) }
        : { ...snapshot, children: withPerson(snapshot.children, normaliseChild(change.child)) };
    case 'leave':
      return 'volunteerId' in change
        ? withoutVolunteer(snapshot, change.volunteerId)
        : withoutChild(snapshot, change.childId);
    case 'capacity':
      return 'volunteerId' in change
        ? { ...snapshot, volunteers: withPlaces(snapshot.volunteers, change.volunteerId, change.places) }
        : { ...snapshot, supervisors: withPlaces(snapshot.supervisors, change.supervisorId, change.places) };
  }
}

/** Whether the child has a decided companion. */
export function isAccompanied({ locks }: Snapshot, childId: string): boolean {
  return locks.some((lock) => lock.childId === childId);
}

/** How many decided pairs a volunteer has; they stand together, since locks are sorted by volunteer. */
export function locksOfVolunteer({ locks }: Snapshot, volunteerId: string): number {
  const first = whereIn(locks, volunteerId, (lock) => lock.volunteerId);
  let end = first;
  while (locks[end]?.volunteerId === volunteerId) end += 1;
  return end - first;
}

function withPair(pairs: readonly PairOfIds[], pair: PairOfIds): readonly PairOfIds[] {
  let position = whereIn(pairs, pair.volunteerId, (one) => one.volunteerId);
  for (let one = pairs[position]; one?.volunteerId === pair.volunteerId; one = pairs[++position]) {
    const order = byCodeUnit(one.childId, pair.childId);
    if (order === 0) return pairs;
    if (order > 0) break;
  }
  return [...pairs.slice(0, position), pair, ...pairs.slice(position)];
}

/** Keeps the order by id. Throws `BadProblem` for somebody who is there already. */
export function withPerson<T extends { readonly id: string }>(people: readonly T[], person: T): T[] {
  const position = whereIn(people, person.id, (one) => one.id);
  if (people[position]?.id === person.id) throw new BadProblem('SAME_ID_TWICE', person.id);
  return [...people.slice(0, position), person, ...people.slice(position)];
}

function withoutVolunteer(snapshot: Snapshot, id: string): Snapshot {
  mustHave(snapshot.volunteers, id);
  return {
    ...snapshot,
    volunteers: snapshot.volunteers.filter((volunteer) => volunteer.id !== id),
    locks: snapshot.locks.filter((lock) => lock.volunteerId !== id),
  };
}

function withoutChild(snapshot: Snapshot, id: string): Snapshot {
  mustHave(snapshot.children, id);
  return {
    ...snapshot,
    children: snapshot.children.filter((child) => child.id !== id),
    locks: snapshot.locks.filter((lock) => lock.childId !== id),
  };
}

function withPlaces<T extends { readonly id: string; readonly places: number }>(
  people: readonly T[],
  id: string,
  places: number,
): T[] {
  const position = mustHave(people, id);
  const changedPeople = [...people];
  changedPeople[position] = { ...item(people, position), places: wholePlaces(places) };
  return changedPeople;
}

function knownPair(snapshot: MatchSnapshot, { volunteerId, childId }: PairOfIds): PairOfIds {
  mustHave(snapshot.volunteers, volunteerId);
  mustHave(snapshot.children, childId);
  return { volunteerId, childId };
}

function undecided(snapshot: MatchSnapshot, pair: PairOfIds): PairOfIds {
  const decided = snapshot.locks.find((lock) => lock.childId === pair.childId);
  if (decided && decided.volunteerId !== pair.volunteerId) {
    throw new Error(`BUG: ${pair.childId} already has the decided companion ${decided.volunteerId}`);
  }
  return pair;
}

function mustHave(people: readonly { readonly id: string }[], id: string): number {
  const position = personAt(people, id);
  if (position === undefined) throw new Error(`BUG: the snapshot has no ${id}`);
  return position;
}
