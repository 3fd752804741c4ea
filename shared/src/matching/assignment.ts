// Who accompanies whom so far, with the places taken: the primal side of the solver.
import { at, bump } from './ints.js';
import type { Problem } from './problem.js';

export const NOBODY = -1;

export class Assignment {
  /** The candidate pair that each child uses, or `NOBODY`. */
  readonly edgeOfChild: Int32Array;
  /** Places taken with each volunteer and each supervisor. */
  readonly taken: Int32Array;
  readonly supervisorTaken: Int32Array;
  readonly #volunteer: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;
  readonly #previousChild: Int32Array;

  constructor(problem: Problem) {
    const children = problem.childIds.length;
    const volunteers = problem.volunteerIds.length;
    this.#volunteer = problem.volunteer;
    this.edgeOfChild = new Int32Array(children).fill(NOBODY);
    this.taken = new Int32Array(volunteers);
    this.supervisorTaken = new Int32Array(problem.supervisorIds.length);
    this.#firstChild = new Int32Array(volunteers).fill(NOBODY);
    this.#nextChild = new Int32Array(children).fill(NOBODY);
    this.#previousChild = new Int32Array(children).fill(NOBODY);
  }

  /** The volunteer who accompanies the child, or `NOBODY`. */
  volunteerOf(child: number): number {
    const edge = at(this.edgeOfChild, child);
    return edge === NOBODY ? NOBODY : at(this.#volunteer, edge);
  }

  /** The volunteer's children, one after the other: `firstChild(v)`, then `nextChild(c)` until `NOBODY`. */
  firstChild(volunteer: number): number {
    return at(this.#firstChild, volunteer);
  }

  nextChild(child: number): number {
    return at(this.#nextChild, child);
  }

  /** Moves a child to a pair, or to nobody. Places taken are the caller's to count: a swap takes none. */
  move(child: number, edge: number): void {
    const before = this.volunteerOf(child);
    if (before !== NOBODY) this.#unlink(child, before);
    this.edgeOfChild[child] = edge;
    if (edge !== NOBODY) this.#link(child, at(this.#volunteer, edge));
  }

  take(volunteer: number): void {
    bump(this.taken, volunteer, 1);
  }

  release(volunteer: number): void {
    bump(this.taken, volunteer, -1);
  }

  takeSupervisor(supervisor: number): void {
    bump(this.supervisorTaken, supervisor, 1);
  }

  #link(child: number, volunteer: number): void {
    const first = at(this.#firstChild, volunteer);
    this.#firstChild[volunteer] = child;
    this.#nextChild[child] = first;
    this.#previousChild[child] = NOBODY;
    if (first !== NOBODY) this.#previousChild[first] = child;
  }

  #unlink(child: number, volunteer: number): void {
    const next = at(this.#nextChild, child);
    const previous = at(this.#previousChild, child);
    if (previous === NOBODY) this.#firstChild[volunteer] = next;
    else this.#nextChild[previous] = next;
    if (next !== NOBODY) this.#previousChild[next] = previous;
  }
}
