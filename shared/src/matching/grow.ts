// Candidates after a change, from those before: pairs that stand are taken over, only who is new is looked up.
import { candidatesOf, type Candidates, type Csr } from './candidates.js';
import { pairKey, volunteerRejections } from './gates.js';
import { at, byCodeUnit, item } from './ints.js';
import { measuredPair } from './measured-pair.js';
import { placesLeft, type PlacesLeft } from './places.js';
import { score, scoredAs, type ScoredEdges } from './score.js';
import type { Base } from './session.js';
import { NOBODY, TakenOver, UNSCORED } from './taken-over.js';
import type { MatchChild, MatchRules, MatchSnapshot, MatchWeights } from './types.js';

type Snapshot = Required<MatchSnapshot>;

/** The same as `candidates` and `score` of the snapshot, which must be normalised, as the rules must be. */
export function grow(
  base: Base,
  snapshot: Snapshot,
  rules: Required<MatchRules>,
  weights: MatchWeights,
): { readonly candidates: Candidates; readonly edges: ScoredEdges } {
  const before = base.candidates;
  const left = placesLeft(snapshot);
  const openNow = openOf(snapshot, rules, left);
  const openBefore = openOf(before.csr.snapshot, rules, before.left);
  const volunteerBefore = positionsIn(before.csr.snapshot.volunteers, snapshot.volunteers);
  const columnNow = new Int32Array(before.csr.snapshot.volunteers.length).fill(NOBODY);
  const newcomers: number[] = [];
  volunteerBefore.forEach((earlier, volunteer) => {
    if (openNow[volunteer] === 0) return;
    if (earlier !== NOBODY && openBefore[earlier] === 1) columnNow[earlier] = volunteer;
    else newcomers.push(volunteer);
  });
  const rowBefore = positionsIn(before.csr.snapshot.children, snapshot.children);
  const vetoed = new Set(snapshot.vetoes.map((veto) => pairKey(veto.volunteerId, veto.childId)));
  const vetoedChildren = new Set(snapshot.vetoes.map((veto) => veto.childId));
  const rowStart = new Int32Array(snapshot.children.length + 1);
  const earlier = { ...before.csr, weight: base.edges.weight };
  const pairs = new TakenOver(earlier.volunteer.length);
  snapshot.children.forEach((child, row) => {
    rowStart[row + 1] = pairs.size;
    if (left.accompanied.has(child.id)) return;
    const mayBeVetoed = vetoedChildren.has(child.id);
    const earlierRow = at(rowBefore, row);
    const stood = earlierRow !== NOBODY && !before.left.accompanied.has(child.id);
    const [start, end] = stood ? [at(earlier.rowStart, earlierRow), at(earlier.rowStart, earlierRow + 1)] : [0, 0];
    const fresh = newPairs(snapshot, rules, child, newcomers);
    if (stood && fresh.length === 0 && !mayBeVetoed) {
      pairs.take(earlier, start, end, columnNow);
      rowStart[row + 1] = pairs.size;
      return;
    }
    const add = (volunteer: number, minutes: number, metres: number, weight: number) => {
      if (mayBeVetoed && vetoed.has(pairKey(item(snapshot.volunteers, volunteer).id, child.id))) return;
      pairs.add(volunteer, minutes, metres, weight);
    };
    let next = 0;
    const addUpTo = (volunteer: number) => {
      for (let one = fresh[next]; one && one.volunteer < volunteer; one = fresh[++next]) {
        add(one.volunteer, one.minutes, one.metres, UNSCORED);
      }
    };
    const takeOver = (column: number, minutes: number, metres: number, weight: number) => {
      const volunteer = at(columnNow, column);
      if (volunteer === NOBODY) return;
      addUpTo(volunteer);
      add(volunteer, minutes, metres, weight);
    };
    if (stood) {
      for (let edge = start; edge < end; edge++) {
        takeOver(
          at(earlier.volunteer, edge),
          at(earlier.minutes, edge),
          at(earlier.metres, edge),
          at(earlier.weight, edge),
        );
      }
    } else {
      const lookup = before.lookup();
      lookup.each(child, (column) => {
        takeOver(column, at(lookup.found.minutes, column), at(lookup.found.metres, column), UNSCORED);
      });
    }
    addUpTo(Infinity);
    rowStart[row + 1] = pairs.size;
  });
  const { weight, ...all } = pairs.all();
  const csr: Csr = { snapshot, rowStart, ...all };
  return {
    candidates: candidatesOf(csr, rules, left),
    edges: scoredAs(csr, weights, pairs.unscored === 0 ? weight : scoredWhereNew(csr, weights, weight)),
  };
}

/** 1 for volunteers in whose way nothing stands by themselves. */
function openOf({ volunteers }: Snapshot, rules: MatchRules, left: PlacesLeft): Uint8Array {
  return Uint8Array.from(volunteers, (volunteer, index) =>
    volunteerRejections(rules, left, volunteer, index).length === 0 ? 1 : 0,
  );
}

/** Where each of `now` stood in `before`; both sorted. */
function positionsIn(before: readonly { readonly id: string }[], now: readonly { readonly id: string }[]): Int32Array {
  let next = 0;
  return Int32Array.from(now, ({ id }) => {
    while (next < before.length && byCodeUnit(item(before, next).id, id) < 0) next += 1;
    return before[next]?.id === id ? next : NOBODY;
  });
}

interface NewPair {
  readonly volunteer: number;
  readonly minutes: number;
  readonly metres: number;
}

function newPairs(
  { volunteers }: Snapshot,
  rules: MatchRules,
  child: MatchChild,
  newcomers: readonly number[],
): NewPair[] {
  return newcomers.flatMap((volunteer) => {
    const measured = measuredPair(rules, item(volunteers, volunteer), child);
    return measured ? [{ volunteer, ...measured }] : [];
  });
}

/** Fills in what pairs without a worth are worth, by scoring a snapshot of just those whom they join. */
function scoredWhereNew(csr: Csr, weights: MatchWeights, weight: Int32Array): Int32Array {
  const { snapshot, rowStart } = csr;
  const unscored: number[] = [];
  const rows: number[] = [];
  const start: number[] = [0];
  for (let row = 0; row < snapshot.children.length; row++) {
    for (let edge = at(rowStart, row); edge < at(rowStart, row + 1); edge++) {
      if (at(weight, edge) === UNSCORED) unscored.push(edge);
    }
    if (unscored.length === start.at(-1)) continue;
    rows.push(row);
    start.push(unscored.length);
  }
  const columns = [...new Set(unscored.map((edge) => at(csr.volunteer, edge)))].sort((a, b) => a - b);
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  const { weight: found } = score(
    {
      snapshot: {
        ...snapshot,
        volunteers: columns.map((column) => item(snapshot.volunteers, column)),
        children: rows.map((row) => item(snapshot.children, row)),
      },
      rowStart: Int32Array.from(start),
      volunteer: Int32Array.from(unscored, (edge) => columnAt.get(at(csr.volunteer, edge)) ?? NOBODY),
      minutes: Int32Array.from(unscored, (edge) => at(csr.minutes, edge)),
      metres: Int32Array.from(unscored, (edge) => at(csr.metres, edge)),
    },
    weights,
  );
  unscored.forEach((edge, index) => {
    weight[edge] = at(found, index);
  });
  return weight;
}
