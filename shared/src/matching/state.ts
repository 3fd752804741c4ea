// A solved snapshot, and the changes a worker makes to it. Every state carries its own proof.
import { candidates, type Candidates } from './candidates.js';
import { Detours } from './detours.js';
import { at, item } from './ints.js';
import { normaliseRules } from './normalise.js';
import { makeProblem, type Problem } from './problem.js';
import { score, type ScoredEdges } from './score.js';
import { solve, type Solution } from './solve.js';
import type { MatchChild, MatchRules, MatchSnapshot, MatchVolunteer, MatchWeights, Pair, PairOfIds } from './types.js';
import { verifyCertificate, type Verdict } from './verify-certificate.js';

export interface MatchState {
  /** Normalised: sorted by id, without repeats. */
  readonly snapshot: Required<MatchSnapshot>;
  readonly rules: Required<MatchRules>;
  readonly weights: MatchWeights;
  readonly candidates: Candidates;
  readonly edges: ScoredEdges;
  readonly problem: Problem;
  readonly solution: Solution;
  /** The checker's word on this very solution. */
  readonly verdict: Verdict;
  /** What other choices would cost; worked out when first asked for. */
  readonly detours: () => Detours;
}

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

/** Finds candidates, scores them, solves exactly and checks the proof. Pure; the order of the input does not matter. */
export function startMatch(snapshot: MatchSnapshot, rules: MatchRules, weights: MatchWeights): MatchState {
  const found = candidates(snapshot, rules);
  const edges = score(found.csr, weights);
  const problem = makeProblem(found, edges);
  const solution = solve(problem);
  let detours: Detours | undefined;
  return {
    snapshot: found.csr.snapshot,
    rules: normaliseRules(rules),
    weights,
    candidates: found,
    edges,
    problem,
    solution,
    verdict: verifyCertificate(problem, solution),
    detours: () => (detours ??= new Detours(problem, solution)),
  };
}

/** The state after a change, optimal and proven again. Throws for ids that the snapshot does not have. */
export function edit(state: MatchState, change: Change): MatchState {
  return startMatch(changed(state.snapshot, change), state.rules, state.weights);
}

/** The proposed pairs by child id, each with its reasons and what the whole would lose without it. */
export function proposedPairs(state: MatchState): Pair[] {
  const { problem, solution } = state;
  const detours = state.detours();
  const pairs: Pair[] = [];
  solution.edgeOfChild.forEach((edge, child) => {
    if (edge < 0) return;
    pairs.push({
      volunteerId: item(problem.volunteerIds, at(problem.volunteer, edge)),
      childId: item(problem.childIds, child),
      score: at(problem.weight, edge),
      parts: state.edges.parts(edge),
      slack: detours.lossWithout(child),
    });
  });
  return pairs;
}

/** Children for whom nobody is proposed and nobody was decided. */
export function unmatchedChildIds({ problem, solution, candidates: { left } }: MatchState): string[] {
  return problem.childIds.filter((id, child) => at(solution.edgeOfChild, child) < 0 && !left.accompanied.has(id));
}

function changed(snapshot: MatchSnapshot, change: Change): MatchSnapshot {
  switch (change.kind) {
    case 'veto':
      return { ...snapshot, vetoes: [...snapshot.vetoes, knownPair(snapshot, change)] };
    case 'lock':
      return { ...snapshot, locks: [...snapshot.locks, undecided(snapshot, knownPair(snapshot, change))] };
    case 'arrive':
      return 'volunteer' in change
        ? { ...snapshot, volunteers: [...snapshot.volunteers, change.volunteer] }
        : { ...snapshot, children: [...snapshot.children, change.child] };
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

function withoutVolunteer(snapshot: MatchSnapshot, id: string): MatchSnapshot {
  mustHave(snapshot.volunteers, id);
  return {
    ...snapshot,
    volunteers: snapshot.volunteers.filter((volunteer) => volunteer.id !== id),
    locks: snapshot.locks.filter((lock) => lock.volunteerId !== id),
  };
}

function withoutChild(snapshot: MatchSnapshot, id: string): MatchSnapshot {
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
  mustHave(people, id);
  return people.map((person) => (person.id === id ? { ...person, places } : person));
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

function mustHave(people: readonly { readonly id: string }[], id: string): void {
  if (!people.some((person) => person.id === id)) throw new Error(`BUG: the snapshot has no ${id}`);
}
