// The candidate pairs of an open problem that are left after changes: nobody is looked up, and nothing is scored again.
import { at, item } from '../ints.js';
import { personAt } from '../people.js';
import { NONE } from '../transport/problem.js';
import { candidatesOf, isOpenChild, isOpenSponsor, shareLeft, type ShareCandidates } from './share-candidates.js';
import { scoredAs, type ScoredShares } from './share-score.js';
import type { ShareSides } from './open-shares.js';
import type { ShareSnapshot, ShareWeights } from './types.js';

/** Expects that nobody takes part who did not in `earlier`, and that nothing but shares, locks and vetoes changed. */
export function narrowShares(
  earlier: ShareSides,
  snapshot: Required<ShareSnapshot>,
  weights: ShareWeights,
): { readonly candidates: ShareCandidates; readonly scored: ScoredShares } {
  const left = shareLeft(snapshot);
  const childNow = Int32Array.from(earlier.snapshot.children, ({ id }) => {
    const child = personAt(snapshot.children, id) ?? NONE;
    return child !== NONE && isOpenChild(snapshot, left, child) ? child : NONE;
  });
  const { start: startBefore, column, value: valueBefore } = earlier.problem;
  const start = new Int32Array(snapshot.sponsors.length + 1);
  const child = new Int32Array(column.length);
  const value = new Int32Array(column.length);
  let size = 0;
  snapshot.sponsors.forEach(({ id }, sponsor) => {
    const row = isOpenSponsor(snapshot, left, sponsor) ? personAt(earlier.snapshot.sponsors, id) : undefined;
    if (row !== undefined) {
      const barred = left.barred.get(id);
      for (let edge = at(startBefore, row); edge < at(startBefore, row + 1); edge++) {
        const now = at(childNow, at(column, edge));
        if (now === NONE || barred?.has(item(snapshot.children, now).id)) continue;
        child[size] = now;
        value[size] = at(valueBefore, edge);
        size += 1;
      }
    }
    start[sponsor + 1] = size;
  });
  const candidates = candidatesOf(snapshot, left, start, child.slice(0, size));
  return { candidates, scored: scoredAs(candidates, weights, value.slice(0, size)) };
}
