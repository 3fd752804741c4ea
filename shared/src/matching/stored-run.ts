// A run of any of the four problems as it is stored, and its proof from what is stored alone.
import { ENGINE_VERSION } from './canonical.js';
import type { DaysState } from './days/days-state.js';
import type { DaysProblem, DaysSolution } from './days/types.js';
import { verifyDays } from './days/verify-days.js';
import { reprove } from './run-match.js';
import type { StoredSolution } from './problem.js';
import type { SeatsState } from './seats/seats-state.js';
import type { SeatsProblem, SeatsSolution } from './seats/types.js';
import { verifySeats } from './seats/verify-seats.js';
import type { ShareState } from './sponsorship/share-state.js';
import { readShares, storedShares, verifyShares, type StoredShares } from './sponsorship/stored-shares.js';
import type { Verdict } from './verify-certificate.js';

/** `input` is the normalised problem as one text: to be hashed and stored. */
export type StoredRun =
  | { readonly kind: 'COMPANIONSHIP'; readonly input: string; readonly result: StoredSolution }
  | { readonly kind: 'SEATS'; readonly input: string; readonly result: SeatsSolution }
  | { readonly kind: 'DAYS'; readonly input: string; readonly result: DaysSolution }
  | { readonly kind: 'SHARES'; readonly input: string; readonly result: StoredShares };

const textOf = (problem: object) => JSON.stringify({ engine: ENGINE_VERSION, ...problem });

export const storedSeatsRun = ({ problem, solution }: SeatsState): StoredRun => ({
  kind: 'SEATS',
  input: textOf(problem),
  result: solution,
});

export const storedDaysRun = ({ problem, solution }: DaysState): StoredRun => ({
  kind: 'DAYS',
  input: textOf(problem),
  result: solution,
});

export const storedSharesRun = (state: ShareState): StoredRun => ({
  kind: 'SHARES',
  input: textOf({ snapshot: state.snapshot, weights: state.weights }),
  result: storedShares(state),
});

/**
 * Proves a stored run again without solving: what is stored of it is checked against its own input by the checker of
 * its kind. What cannot be read, or was solved by another engine, is not valid.
 */
export function verifyStoredRun(run: StoredRun): Verdict {
  try {
    switch (run.kind) {
      case 'COMPANIONSHIP':
        return reprove(run.input, run.result);
      case 'SEATS':
        return verifySeats(read(run.input, isSeats), run.result);
      case 'DAYS':
        return verifyDays(read(run.input, isDays), run.result);
      case 'SHARES':
        return verifyShares(read(run.input, readShares), run.result);
    }
  } catch (failure) {
    return { valid: false, problems: [failure instanceof Error ? failure.message : 'the stored run is unreadable'] };
  }
}

function read<T extends object>(input: string, isIt: (value: object) => value is T): T {
  const value: unknown = JSON.parse(input);
  if (typeof value !== 'object' || value === null || !isIt(value))
    throw new Error('the stored input is none of its kind');
  const engine = 'engine' in value ? value.engine : undefined;
  if (engine !== ENGINE_VERSION) {
    throw new Error(`the stored input was solved by engine ${String(engine)}, this is engine ${ENGINE_VERSION}`);
  }
  return value;
}

const has = (value: object, lists: readonly string[]) => lists.every((name) => Object.hasOwn(value, name));
const isSeats = (value: object): value is SeatsProblem =>
  has(value, ['volunteers', 'activities', 'supervisors', 'locks', 'vetoes', 'previous', 'rules', 'weights']);
const isDays = (value: object): value is DaysProblem =>
  has(value, ['companies', 'activities', 'venues', 'workers', 'locks', 'vetoes', 'previous', 'rules', 'weights']);
