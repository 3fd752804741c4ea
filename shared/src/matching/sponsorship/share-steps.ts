// Puts a change of sponsorships into steps of the open problem, and tells whom it brings in anew.
import { at } from '../ints.js';
import { personAt } from '../people.js';
import type { Step } from '../session.js';
import type { Newcomers, ShareBase, ShareSides } from './open-shares.js';
import { needLeftOf, sharesLeftOf, type ShareChange } from './share-change.js';
import type { Share, ShareSnapshot } from './types.js';

type Snapshot = Required<ShareSnapshot>;

/** Whom a change touches, by id. */
interface Touched {
  readonly sponsors: readonly string[];
  readonly children: readonly string[];
}

/** What of the change happens among those who take part already: first what goes, then what comes. */
export function shareSteps(base: ShareBase, before: Snapshot, after: Snapshot, change: ShareChange): Step[] {
  // Who arrives may bear an id that was there once, with other facts: nothing of that is taken up again.
  if (change.kind === 'arrive') return [];
  const going: Step[] = [];
  const coming: Step[] = [];
  const touched = touchedBy(before, after, change);
  for (const id of touched.sponsors) {
    const sponsor = personAt(base.snapshot.sponsors, id);
    if (sponsor === undefined) continue;
    const first = at(base.unitStart, sponsor);
    const [were, are] = [unitsOf(base, sponsor, before, id), unitsOf(base, sponsor, after, id)];
    for (let unit = are; unit < were; unit++) going.push((transport) => transport.leave(first + unit));
    for (let unit = were; unit < are; unit++) coming.push((transport) => transport.come(first + unit));
  }
  for (const id of touched.children) {
    const child = personAt(base.snapshot.children, id);
    if (child === undefined || at(base.problem.capacity, child) === 0) continue;
    const [needed, needs] = [needLeftOf(before, id), needLeftOf(after, id)];
    (needs < needed ? going : coming).push((transport) => transport.setGroupCapacity(child, needs));
  }
  if (change.kind === 'veto' || change.kind === 'lock') {
    const edge = edgeBetween(base, change);
    if (edge !== undefined) going.push((transport) => transport.setCapacity(edge, 0));
  }
  return [...going, ...coming];
}

/** Whether somebody takes part now, or with more shares, whom the open problem does not have. */
export function bringsAnew(base: ShareBase, before: Snapshot, after: Snapshot, change: ShareChange): boolean {
  if (change.kind === 'arrive') return true;
  const { sponsors, children } = touchedBy(before, after, change);
  return (
    sponsors.some((id) => {
      const sponsor = personAt(base.snapshot.sponsors, id);
      if (sponsor === undefined || sharesLeftOf(after, id) <= openUnits(base, sponsor)) return false;
      const pairs = at(base.problem.start, sponsor + 1) - at(base.problem.start, sponsor);
      // Whoever had no share left when the problem was opened has no pairs in it.
      return pairs > openUnits(base, sponsor) || sharesLeftOf(base.snapshot, id) === 0;
    }) ||
    children.some((id) => {
      const child = personAt(base.snapshot.children, id);
      return child !== undefined && at(base.problem.capacity, child) === 0 && needLeftOf(after, id) > 0;
    })
  );
}

/** Who of the sides of now takes part in the open problem, after its steps. */
export function newcomersTo(base: ShareBase, { snapshot }: ShareSides, change: ShareChange): Newcomers {
  const newcomer = change.kind !== 'arrive' ? undefined : 'sponsor' in change ? change.sponsor.id : change.child.id;
  const bySponsor = change.kind === 'arrive' && 'sponsor' in change;
  return {
    unitsBefore: Int32Array.from(snapshot.sponsors, ({ id }) => {
      const sponsor = bySponsor && id === newcomer ? undefined : personAt(base.snapshot.sponsors, id);
      return sponsor === undefined ? 0 : unitsOf(base, sponsor, snapshot, id);
    }),
    childBefore: Uint8Array.from(snapshot.children, ({ id }) => {
      const child = !bySponsor && id === newcomer ? undefined : personAt(base.snapshot.children, id);
      return child !== undefined && at(base.problem.capacity, child) > 0 ? 1 : 0;
    }),
  };
}

/** Shares of a sponsor that take part: the first so many of those that are open. */
function unitsOf(base: ShareBase, sponsor: number, snapshot: Snapshot, id: string): number {
  return Math.min(openUnits(base, sponsor), sharesLeftOf(snapshot, id));
}

const openUnits = ({ unitStart }: ShareBase, sponsor: number): number =>
  at(unitStart, sponsor + 1) - at(unitStart, sponsor);

function edgeBetween({ snapshot, problem }: ShareBase, { sponsorId, childId }: Share): number | undefined {
  const sponsor = personAt(snapshot.sponsors, sponsorId);
  const child = personAt(snapshot.children, childId);
  if (sponsor === undefined || child === undefined) return undefined;
  const from = at(problem.start, sponsor);
  const place = problem.column.subarray(from, at(problem.start, sponsor + 1)).indexOf(child);
  return place < 0 ? undefined : from + place;
}

function touchedBy(before: Snapshot, after: Snapshot, change: ShareChange): Touched {
  // Who leaves takes decided shares along: the other side of each has one more again.
  const undone =
    change.kind === 'leave' && after.locks.length < before.locks.length
      ? before.locks.filter((lock) =>
          'sponsorId' in change ? lock.sponsorId === change.sponsorId : lock.childId === change.childId,
        )
      : [];
  const sponsors = undone.map(({ sponsorId }) => sponsorId);
  const children = undone.map(({ childId }) => childId);
  if ('sponsorId' in change) sponsors.push(change.sponsorId);
  if ('childId' in change) children.push(change.childId);
  return { sponsors: [...new Set(sponsors)], children: [...new Set(children)] };
}
