// An error as a log may keep it: what kind and where, never its words, which may repeat a name, a number or a whole row.

export interface SafeError {
  readonly type: string;
  readonly code?: string | undefined;
  /** Places in the code, the innermost first. */
  readonly at: readonly string[];
  readonly cause?: SafeError | undefined;
}

const FRAMES_KEPT = 12;
const DEEPEST_CAUSE = 4;
const FRAME = /^\s+at (.+)$/;
const CODE = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;

export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : undefined;
  const cause = error.cause !== undefined && depth < DEEPEST_CAUSE ? safeError(error.cause, depth + 1) : undefined;
  return { type: error.constructor.name, at: frames(error), ...(code ? { code } : {}), ...(cause ? { cause } : {}) };
}

/** A message of several lines stands above the frames, and one of its lines may look like a frame: cut it off first. */
function frames(error: Error): string[] {
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  const below = start === -1 ? '' : stack.slice(start + error.message.length);
  return below
    .split('\n')
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
    .slice(0, FRAMES_KEPT);
}
