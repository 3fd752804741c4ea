// Where a bug's whole story goes, while the client gets a reference to it.
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

/** One JSON line a bug. */
export class StderrBugReporter extends BugReporter {
  override report({ reference, error, operation, path }: Bug): void {
    const told =
      error instanceof Error
        ? { name: error.name, message: error.message, stack: error.stack }
        : { message: String(error) };
    process.stderr.write(
      `${JSON.stringify({ level: 'error', bug: reference, operation, path: path?.join('.'), ...told })}\n`,
    );
  }
}

export class SilentBugReporter extends BugReporter {
  override report(): void {
    // Tests read the reference from the answer; nobody reads their log.
  }
}

export const newReference = (): string => randomBytes(5).toString('hex').toUpperCase();
