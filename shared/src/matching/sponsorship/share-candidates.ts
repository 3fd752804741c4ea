// Which shares may go to which children: children stand by programme and months needed, never all pairs are tried.
import { at, bump, item } from '../ints.js';
import { personAt } from '../people.js';
import { BadProblem } from '../transport/problem.js';
import { normaliseShares } from './share-snapshot.js';
import type { Share, ShareChild, ShareRejection, ShareSnapshot, ShareSponsor } from './types.js';

/** More pairs than this would not fit in memory; programmes keep real ones far below. */
const MOST_PAIRS = 50_000_000;

type Snapshot = Required<ShareSnapshot>;

/** Candidate pairs, a row a sponsor, children ascending within it. */
export interface ShareCandidates {
  readonly snapshot: Required<ShareSnapshot>;
  readonly start: Int32Array;
  readonly child: Int32Array;
  /** What locks have left of each sponsor's shares and each child's need. */
  readonly sharesLeft: Int32Array;
  readonly needLeft: Int32Array;
  /** Every reason why this share cannot go to this child; none where it may. Throws for unknown ids. */
  readonly whyNot: (share: Share) => ShareRejection[];
}

export function shareCandidates(raw: ShareSnapshot): ShareCandidates {
  const snapshot = normaliseShares(raw);
  const { sponsors, children } = snapshot;
  const left = shareLeft(snapshot);
  const queues = new Queues(
    children,
    [...children.keys()].filter((child) => isOpenChild(snapshot, left, child)),
  );
  const start = new Int32Array(sponsors.length + 1);
  const found: Int32Array[] = [];
  sponsors.forEach((sponsor, row) => {
    const open = isOpenSponsor(snapshot, left, row);
    const own = open ? queues.upTo(sponsor.programme, sponsor.months) : new Int32Array(0);
    const mayBe = left.barred.get(sponsor.id);
    found.push(mayBe ? own.filter((child) => !mayBe.has(item(children, child).id)) : own);
    start[row + 1] = at(start, row) + (found.at(-1)?.length ?? 0);
    if (at(start, row + 1) > MOST_PAIRS) throw new BadProblem('TOO_LARGE', `pairs, above ${MOST_PAIRS}`);
  });
  const child = new Int32Array(at(start, sponsors.length));
  found.forEach((own, row) => child.set(own, at(start, row)));
  return candidatesOf(snapshot, left, start, child);
}

/** What decided shares have left, and what a worker declined or decided, by sponsor and child. */
export interface ShareLeft {
  readonly shares: Int32Array;
  readonly need: Int32Array;
  readonly barred: ReadonlyMap<string, ReadonlyMap<string, ShareRejection>>;
}

export function shareLeft({ sponsors, children, locks, vetoes }: Snapshot): ShareLeft {
  const shares = Int32Array.from(sponsors, (one) => one.shares);
  const need = Int32Array.from(children, (one) => one.shares);
  for (const lock of locks) {
    takeOne(shares, personAt(sponsors, lock.sponsorId));
    takeOne(need, personAt(children, lock.childId));
  }
  const barred = new Map<string, Map<string, ShareRejection>>();
  const bar = ({ sponsorId, childId }: Share, why: ShareRejection) => {
    const own = barred.get(sponsorId) ?? new Map<string, ShareRejection>();
    barred.set(sponsorId, own.set(childId, why));
  };
  for (const veto of vetoes) bar(veto, 'VETOED');
  for (const lock of locks) bar(lock, 'SPONSORS_ALREADY');
  return { shares, need, barred };
}

/** Whether the sponsor, by position, has a share to give. */
export function isOpenSponsor({ sponsors }: Snapshot, { shares }: ShareLeft, sponsor: number): boolean {
  return item(sponsors, sponsor).eligible && at(shares, sponsor) > 0;
}

/** Whether the child, by position, can have one more sponsor. */
export function isOpenChild({ children }: Snapshot, { need }: ShareLeft, child: number): boolean {
  return item(children, child).consented && at(need, child) > 0;
}

export function candidatesOf(
  snapshot: Snapshot,
  left: ShareLeft,
  start: Int32Array,
  child: Int32Array,
): ShareCandidates {
  const { sponsors, children } = snapshot;
  const whyNot = ({ sponsorId, childId }: Share) => {
    const row = mustStand(sponsors, sponsorId);
    const column = mustStand(children, childId);
    const reasons = reasonsBetween(item(sponsors, row), item(children, column));
    if (at(left.shares, row) === 0) reasons.push('NO_SHARE_LEFT');
    if (at(left.need, column) === 0) reasons.push('NO_SHARE_NEEDED');
    const own = left.barred.get(sponsorId)?.get(childId);
    return own ? [...reasons, own] : reasons;
  };
  return { snapshot, start, child, sharesLeft: left.shares, needLeft: left.need, whyNot };
}

function reasonsBetween(sponsor: ShareSponsor, child: ShareChild): ShareRejection[] {
  const reasons: ShareRejection[] = [];
  if (!sponsor.eligible) reasons.push('NOT_ELIGIBLE');
  if (!child.consented) reasons.push('NO_CONSENT');
  if (sponsor.programme !== undefined && sponsor.programme !== child.programme) reasons.push('OTHER_PROGRAMME');
  if (sponsor.months < child.months) reasons.push('PLEDGE_TOO_SHORT');
  return reasons;
}

/** Waiting children of each programme, and of all, by the months they need: whom a pledge can serve stands first. */
class Queues {
  readonly #months: readonly number[];
  readonly #ofProgramme = new Map<string | undefined, number[]>();

  constructor(children: readonly ShareChild[], waiting: readonly number[]) {
    this.#months = children.map(({ months }) => months);
    const byMonths = [...waiting].sort((a, b) => item(this.#months, a) - item(this.#months, b) || a - b);
    this.#ofProgramme.set(undefined, byMonths);
    for (const index of byMonths) {
      const { programme } = item(children, index);
      const queue = this.#ofProgramme.get(programme);
      if (queue) queue.push(index);
      else this.#ofProgramme.set(programme, [index]);
    }
  }

  upTo(programme: string | undefined, months: number): Int32Array {
    const queue = this.#ofProgramme.get(programme) ?? [];
    let from = 0;
    let to = queue.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (item(this.#months, item(queue, middle)) <= months) from = middle + 1;
      else to = middle;
    }
    return Int32Array.from(queue.slice(0, from)).sort();
  }
}

function takeOne(left: Int32Array, index: number | undefined): void {
  if (index !== undefined && at(left, index) > 0) bump(left, index, -1);
}

function mustStand(people: readonly { readonly id: string }[], id: string): number {
  const found = personAt(people, id);
  if (found === undefined) throw new Error(`BUG: the snapshot has no ${id}`);
  return found;
}
