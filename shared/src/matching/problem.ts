// Problem A in numbers: who may accompany whom, what it is worth, and how many places there are.
import type { Candidates } from './candidates.js';
import type { ScoredEdges } from './score.js';
import type { Certificate } from './types.js';

/**
 * Every child takes at most one volunteer; a volunteer has places, and so has the supervisor above.
 * Indices follow the sorted ids; a row is a child, and holds its candidate pairs.
 */
export interface Problem {
  readonly childIds: readonly string[];
  readonly volunteerIds: readonly string[];
  readonly supervisorIds: readonly string[];
  readonly rowStart: Int32Array;
  readonly volunteer: Int32Array;
  /** Positive whole numbers; leaving a child without companion is worth 0. */
  readonly weight: Int32Array;
  readonly places: Int32Array;
  /** Negative: nobody above, and no second limit. */
  readonly supervisorOf: Int32Array;
  readonly supervisorPlaces: Int32Array;
}

export interface ChosenPair {
  readonly volunteerId: string;
  readonly childId: string;
  readonly score: number;
}

/** What is stored of a run, and what can be proved again from it. */
export interface StoredSolution {
  readonly pairs: readonly ChosenPair[];
  readonly certificate: Certificate;
}

export function makeProblem({ csr, left }: Candidates, edges: ScoredEdges): Problem {
  return {
    childIds: csr.snapshot.children.map((child) => child.id),
    volunteerIds: csr.snapshot.volunteers.map((volunteer) => volunteer.id),
    supervisorIds: csr.snapshot.supervisors.map((supervisor) => supervisor.id),
    rowStart: csr.rowStart,
    volunteer: csr.volunteer,
    weight: edges.weight,
    places: left.volunteer,
    supervisorOf: left.supervisorOf,
    supervisorPlaces: left.supervisor,
  };
}
