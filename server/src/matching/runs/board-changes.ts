// What people have decided since a run, as a snapshot, and as the few changes that lead the engine's open problem there.
import type { Change, MatchSnapshot, PairOfIds } from '@tongxing/shared/matching';

export interface Decisions {
  readonly locks: readonly PairOfIds[];
  readonly vetoes: readonly PairOfIds[];
  readonly gone: readonly string[];
  /** Open again, though the run held them fast; all of them where `locks` says everything that is decided now. */
  readonly open: readonly string[] | 'ALL';
}

type Snapshot = Required<MatchSnapshot>;

export const keyOf = ({ volunteerId, childId }: PairOfIds): string => `${volunteerId} ${childId}`;

/** The run's people after the decisions. A child who is gone leaves no decided pair behind. */
export function after(snapshot: Snapshot, { locks, vetoes, gone, open }: Decisions): Snapshot {
  const left = new Set(gone);
  const free = new Set(open === 'ALL' ? snapshot.locks.map(keyOf) : open);
  return {
    ...snapshot,
    children: snapshot.children.filter((child) => !left.has(child.id)),
    locks: [...snapshot.locks.filter((lock) => !free.has(keyOf(lock)) && !left.has(lock.childId)), ...locks],
    vetoes: [...snapshot.vetoes, ...vetoes],
  };
}

/** A child who comes takes as long as many smaller changes. */
const SMALL = 1;
const ARRIVAL = 10;
/** Beyond that a fresh solve is as quick. */
const MOST = 80;

export interface Way {
  readonly changes: readonly Change[];
  /** What they take, in small changes. */
  readonly length: number;
}

/**
 * The changes that lead from one state of a run to another, those that free places first. Undefined where a fresh solve
 * is as quick, or needed: somebody decided whom the run does not know, or a pair that was ruled out may be again.
 */
export function wayBetween(from: Snapshot, to: Snapshot): Way | undefined {
  const people = { volunteers: idsOf(from.volunteers), children: idsOf(from.children) };
  const stay = idsOf(to.children);
  const locked = { before: byKey(from.locks), after: byKey(to.locks) };
  const vetoed = { before: byKey(from.vetoes), after: byKey(to.vetoes) };
  const known = ({ volunteerId, childId }: PairOfIds) => people.volunteers.has(volunteerId) && stay.has(childId);

  const leaving = new Set([...people.children].filter((id) => !stay.has(id)));
  // A pair is let go by its child, who leaves and comes again.
  for (const [key, lock] of locked.before) {
    if (locked.after.has(key) || leaving.has(lock.childId)) continue;
    if (!people.children.has(lock.childId)) return undefined;
    leaving.add(lock.childId);
  }
  for (const [key, { childId }] of vetoed.before) if (!vetoed.after.has(key) && stay.has(childId)) return undefined;
  const coming = to.children.filter(({ id }) => !people.children.has(id) || leaving.has(id));
  const comes = idsOf(coming);
  const locks = [...locked.after].filter(([key, { childId }]) => !locked.before.has(key) || comes.has(childId));
  const vetoes = [...vetoed.after].filter(([key, pair]) => !vetoed.before.has(key) && known(pair));
  if (!locks.every(([, pair]) => known(pair)) || hasTwo(to.locks)) return undefined;

  const changes: Change[] = [
    ...[...leaving].map((childId) => ({ kind: 'leave' as const, childId })),
    ...coming.map((child) => ({ kind: 'arrive' as const, child })),
    ...vetoes.map(([, pair]) => ({ kind: 'veto' as const, ...idsOfPair(pair) })),
    ...locks.map(([, pair]) => ({ kind: 'lock' as const, ...idsOfPair(pair) })),
  ];
  const length = SMALL * (changes.length - coming.length) + ARRIVAL * coming.length;
  return length > MOST ? undefined : { changes, length };
}

const idsOf = (people: readonly { readonly id: string }[]) => new Set(people.map(({ id }) => id));
const byKey = (pairs: readonly PairOfIds[]) => new Map(pairs.map((pair) => [keyOf(pair), pair]));
const idsOfPair = ({ volunteerId, childId }: PairOfIds): PairOfIds => ({ volunteerId, childId });

/** A child with two decided companions: the engine takes both as they are, but makes no such change. */
function hasTwo(locks: readonly PairOfIds[]): boolean {
  const pairs = byKey(locks);
  return new Set([...pairs.values()].map(({ childId }) => childId)).size < pairs.size;
}
