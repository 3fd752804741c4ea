// Candidates after a change, from those before: pairs that stand are taken over, only who is new is looked up.
import { candidatesOf, Pairs, type Candidates, type Csr } from './candidates.js';
import { pairKey, volunteerRejections } from './gates.js';
import { at, byCodeUnit, item } from './ints.js';
import { measuredPair } from './measured-pair.js';
import { placesLeft, type PlacesLeft } from './places.js';
import { score, scoredAs, type ScoredEdges } from './score.js';
import type { Base } from './session.js';
import type { MatchChild, MatchRules, MatchSnapshot, MatchWeights } from './types.js';

type Snapshot = Required<MatchSnapshot>;

const NOBODY = -1;
/** Stands for the worth of a pair that was none before. */
const UNSCORED = -1;

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
  const pairs = new Pairs();
  const worth: number[] = [];
  snapshot.children.forEach((child, row) => {
    rowStart[row + 1] = pairs.size;
    if (left.accompanied.has(child.id)) return;
    const isVetoed = (volunteer: number) =>
      vetoedChildren.has(child.id) && vetoed.has(pairKey(item(snapshot.volunteers, volunteer).id, child.id));
    const add = (volunteer: number, minutes: number, metres: number, weight: number) => {
      if (isVetoed(volunteer)) return;
      pairs.add(volunteer, minutes, metres);
      worth.push(weight);
    };
    const fresh = newPairs(snapshot, rules, child, newcomers);
    let next = 0;
    const addUpTo = (volunteer: number) => {
      for (let one = fresh[next]; one && one.volunteer < volunteer; one = fresh[++next]) {
        add(one.volunteer, one.minutes, one.metres, UNSCORED);
      }
    };
    const takeOver = (earlier: number, minutes: number, metres: number, weight: number) => {
      const volunteer = at(columnNow, earlier);
      if (volunteer === NOBODY) return;
      addUpTo(volunteer);
      add(volunteer, minutes, metres, weight);
    };
    const earlierRow = at(rowBefore, row);
    if (earlierRow !== NOBODY && !before.left.accompanied.has(child.id)) {
      const { csr } = before;
      for (let edge = at(csr.rowStart, earlierRow); edge < at(csr.rowStart, earlierRow + 1); edge++) {
        takeOver(at(csr.volunteer, edge), at(csr.minutes, edge), at(csr.metres, edge), at(base.edges.weight, edge));
      }
    } else {
      const lookup = before.lookup();
      lookup.each(child, (earlier) => {
        takeOver(earlier, at(lookup.found.minutes, earlier), at(lookup.found.metres, earlier), UNSCORED);
      });
    }
    addUpTo(Infinity);
    rowStart[row + 1] = pairs.size;
  });
  const csr: Csr = { snapshot, rowStart, ...pairs.all() };
  return {
    candidates: candidatesOf(csr, rules, left),
    edges: scoredAs(csr, weights, scoredWhereNew(csr, weights, Int32Array.from(worth))),
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
