import type { Database } from './database.js';
import { versionOf } from './data-versions.js';
import { currentUnit } from './scope.js';

interface Kept {
  readonly version: string;
  readonly answer: Promise<unknown>;
  weight: number;
}

/** As many numbers as this are kept, or ids of lists: some ten megabytes. */
const MOST = 150_000;

/**
 * Numbers of a whole agency, found once for each state of its rows and kept in memory, the longest unused forgotten first.
 * The state stands in the database, so that several servers and commands see the same (ADR-0027). Only for what reads
 * `Counted` tables and nothing else.
 */
export class CountedOnce {
  readonly #kept = new Map<string, Kept>();
  #weight = 0;

  constructor(private readonly database: Database) {}

  /**
   * What `find` tells, or told for the same key in the same state. The key says everything it depends on besides the
   * rows: which of them, which day, and for whom. Inside a unit of work nothing is kept: its own writes have no state yet.
   */
  async of<T>(
    agencyId: string,
    key: string,
    find: () => Promise<T>,
    weightOf: (found: T) => number = () => 1,
  ): Promise<T> {
    if (currentUnit()?.open) return find();
    // Read first: whatever commits after it has another state, and what was found for this one is never asked for again.
    const version = await versionOf(this.database, agencyId);
    const place = `${agencyId} ${key}`;
    const known = this.#kept.get(place);
    if (known?.version === version) {
      this.#keep(place, known);
      return known.answer as Promise<T>;
    }
    const answer = find();
    const kept: Kept = { version, answer, weight: 1 };
    this.#keep(place, kept);
    try {
      const found = await answer;
      if (this.#kept.get(place) === kept) {
        this.#forget(place);
        kept.weight = weightOf(found);
        this.#keep(place, kept);
      }
      return found;
    } catch (error) {
      if (this.#kept.get(place) === kept) this.#forget(place);
      throw error;
    }
  }

  /** At the end of the queue of those that are to be forgotten. */
  #keep(place: string, kept: Kept): void {
    this.#forget(place);
    this.#kept.set(place, kept);
    this.#weight += kept.weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= MOST) return;
      this.#forget(oldest);
    }
  }

  #forget(place: string): void {
    this.#weight -= this.#kept.get(place)?.weight ?? 0;
    this.#kept.delete(place);
  }
}
