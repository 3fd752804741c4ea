// The log: one JSON object a line, from a closed list of fields. What is not on the list is not written.
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/index.js';
import { safeError } from './safe-error.js';

/** All that a line may say. Ids and codes; no field holds what a person typed, is called or owns. */
export interface LogFields {
  /** `thing` or `thing.happened`. */
  readonly event: string;
  readonly request?: string | undefined;
  readonly method?: string | undefined;
  /** The first known part of the address; the rest may be a secret link. */
  readonly route?: string | undefined;
  readonly status?: number | undefined;
  readonly ms?: number | undefined;
  readonly operation?: string | undefined;
  readonly operationKind?: string | undefined;
  /** Type names and error codes, in the order of the fields asked for. */
  readonly outcomes?: readonly string[] | undefined;
  readonly job?: string | undefined;
  readonly kind?: string | undefined;
  readonly attempt?: number | undefined;
  readonly outcome?: string | undefined;
  readonly code?: string | undefined;
  readonly waitMs?: number | undefined;
  readonly reference?: string | undefined;
  readonly signal?: string | undefined;
  readonly count?: number | undefined;
  readonly error?: unknown;
}

const NAMES = [
  'event',
  'request',
  'method',
  'route',
  'status',
  'ms',
  'operation',
  'operationKind',
  'outcomes',
  'job',
  'kind',
  'attempt',
  'outcome',
  'code',
  'waitMs',
  'reference',
  'signal',
  'count',
] as const satisfies readonly (keyof LogFields)[];
type Forgotten = Exclude<keyof LogFields, (typeof NAMES)[number] | 'error'>;
/** Fails to compile where a field is missing above. */
const COMPLETE: [Forgotten] extends [never] ? true : never = true;

export class Log {
  readonly #logger: Logger;

  constructor(level: Config['logLevel'], destination?: DestinationStream) {
    const options = {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.#logger = destination ? pino(options, destination) : pino(options);
  }

  debug(fields: LogFields): void {
    this.#logger.debug(allowed(fields));
  }

  info(fields: LogFields): void {
    this.#logger.info(allowed(fields));
  }

  warn(fields: LogFields): void {
    this.#logger.warn(allowed(fields));
  }

  error(fields: LogFields): void {
    this.#logger.error(allowed(fields));
  }
}

/** Copies the known fields only: a spread of something larger cannot slip in what the type did not see. */
function allowed(fields: LogFields): Record<string, unknown> {
  const kept = NAMES.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]] as const]));
  const error = COMPLETE && fields.error !== undefined ? { error: safeError(fields.error) } : {};
  return { ...Object.fromEntries(kept), ...error };
}
