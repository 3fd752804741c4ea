// Where a bug is written down, while the client gets a reference to it.
import { randomBytes } from 'node:crypto';

export interface Bug {
  /** Short and random: what the client shows, and the operator searches for. */
  readonly reference: string;
  readonly error: unknown;
  readonly operation?: string | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

export abstract class BugReporter {
  abstract report(bug: Bug): void;
}

export const newReference = (): string => randomBytes(5).toString('hex').toUpperCase();
