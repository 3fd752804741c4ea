// Which shares may go to which children: children stand by programme and months needed, never all pairs are tried.
import { pairKey } from '../gates.js';
import { at, bump, item } from '../ints.js';
import { personAt } from '../people.js';
import { BadProblem } from '../transport/problem.js';
import { normaliseShares } from './share-snapshot.js';
import type { Share, ShareChild, ShareRejection, ShareSnapshot, ShareSponsor } from './types.js';

/** More pairs than this would not fit in memory; programmes keep real ones far below. */
const MOST_PAIRS = 50_000_000;

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
  const { sponsors, children, locks, vetoes } = snapshot;
  const sharesLeft = Int32Array.from(sponsors, ({ shares }) => shares);
  const needLeft = Int32Array.from(children, ({ shares }) => shares);
  for (const lock of locks) {
    takeOne(sharesLeft, personAt(sponsors, lock.sponsorId));
    takeOne(needLeft, personAt(children, lock.childId));
  }
  const barred = new Map<string, ShareRejection>();
  for (const veto of vetoes) barred.set(keyOf(veto), 'VETOED');
  for (const lock of locks) barred.set(keyOf(lock), 'SPONSORS_ALREADY');
  const waiting = children
    .map((_, index) => index)
    .filter((index) => item(children, index).consented && at(needLeft, index) > 0);
  const queues = new Queues(children, waiting);
  const start = new Int32Array(sponsors.length + 1);
  const found: Int32Array[] = [];
  const barredSponsors = new Set([...vetoes, ...locks].map(({ sponsorId }) => sponsorId));
  sponsors.forEach((sponsor, row) => {
    const open = sponsor.eligible && at(sharesLeft, row) > 0;
    let own = open ? queues.upTo(sponsor.programme, sponsor.months) : new Int32Array(0);
    if (barredSponsors.has(sponsor.id)) {
      own = own.filter((child) => !barred.has(keyOf({ sponsorId: sponsor.id, childId: item(children, child).id })));
    }
    found.push(own);
    start[row + 1] = at(start, row) + own.length;
    if (at(start, row + 1) > MOST_PAIRS) throw new BadProblem('TOO_LARGE', `pairs, above ${MOST_PAIRS}`);
  });
  const child = new Int32Array(at(start, sponsors.length));
  found.forEach((own, row) => child.set(own, at(start, row)));
  const whyNot = ({ sponsorId, childId }: Share) => {
    const row = mustStand(sponsors, sponsorId);
    const column = mustStand(children, childId);
    const reasons = reasonsBetween(item(sponsors, row), item(children, column));
    if (at(sharesLeft, row) === 0) reasons.push('NO_SHARE_LEFT');
    if (at(needLeft, column) === 0) reasons.push('NO_SHARE_NEEDED');
    const own = barred.get(keyOf({ sponsorId, childId }));
    return own ? [...reasons, own] : reasons;
  };
  return { snapshot, start, child, sharesLeft, needLeft, whyNot };
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

const keyOf = ({ sponsorId, childId }: Share): string => pairKey(sponsorId, childId);
