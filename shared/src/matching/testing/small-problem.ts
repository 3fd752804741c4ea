// Small random problems from a seed, and the slow certain way to solve them.
import type { Problem } from '../problem.js';

/** A small deterministic generator (mulberry32); `next(n)` gives a whole number from 0 to n - 1. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  chance(percent: number): boolean {
    return this.next(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.next(list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.next(last + 1);
      const moved = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = moved;
    }
    return shuffled;
  }
}

export interface Shape {
  readonly children: number;
  readonly volunteers: number;
  readonly supervisors: number;
  /** Percent of pairs that are candidates. */
  readonly density: number;
  readonly mostScore: number;
  readonly mostPlaces: number;
  readonly mostSupervisorPlaces: number;
}

export function randomProblem(random: Seeded, shape: Shape): Problem {
  const ids = (kind: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${kind}${String(i).padStart(4, '0')}`);
  const rowStart = [0];
  const volunteer: number[] = [];
  for (let child = 0; child < shape.children; child++) {
    for (let v = 0; v < shape.volunteers; v++) if (random.chance(shape.density)) volunteer.push(v);
    rowStart.push(volunteer.length);
  }
  const upTo = (count: number, most: number) => Int32Array.from({ length: count }, () => random.next(most + 1));
  return {
    childIds: ids('c', shape.children),
    volunteerIds: ids('v', shape.volunteers),
    supervisorIds: ids('s', shape.supervisors),
    rowStart: Int32Array.from(rowStart),
    volunteer: Int32Array.from(volunteer),
    weight: Int32Array.from(volunteer, () => 1 + random.next(shape.mostScore)),
    places: upTo(shape.volunteers, shape.mostPlaces),
    supervisorOf: Int32Array.from({ length: shape.volunteers }, () => random.next(shape.supervisors + 1) - 1),
    supervisorPlaces: upTo(shape.supervisors, shape.mostSupervisorPlaces),
  };
}

/** The greatest total, by trying everything. `forbid` leaves one candidate pair out; `force` allows its child no other. */
export function bruteForce(problem: Problem, { forbid = -1, force = -1 } = {}): number {
  const places = [...problem.places];
  const supervisorPlaces = [...problem.supervisorPlaces];
  const best = (child: number): number => {
    if (child === problem.childIds.length) return 0;
    const [from, to] = [problem.rowStart[child] ?? 0, problem.rowStart[child + 1] ?? 0];
    const forcedHere = force >= from && force < to;
    let most = forcedHere ? -Infinity : best(child + 1);
    for (let edge = from; edge < to; edge++) {
      if (edge === forbid || (forcedHere && edge !== force)) continue;
      const v = problem.volunteer[edge] ?? 0;
      const s = problem.supervisorOf[v] ?? -1;
      if ((places[v] ?? 0) === 0 || (s >= 0 && supervisorPlaces[s] === 0)) continue;
      places[v] = (places[v] ?? 0) - 1;
      if (s >= 0) supervisorPlaces[s] = (supervisorPlaces[s] ?? 0) - 1;
      most = Math.max(most, (problem.weight[edge] ?? 0) + best(child + 1));
      places[v] = (places[v] ?? 0) + 1;
      if (s >= 0) supervisorPlaces[s] = (supervisorPlaces[s] ?? 0) + 1;
    }
    return most;
  };
  return best(0);
}
