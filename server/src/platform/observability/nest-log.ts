import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** What the framework has to say, without its words: an exception's message may repeat a name or a row. */
export class NestLog implements LoggerService {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  error(...parts: unknown[]): void {
    this.#log.error({
      event: 'framework.error',
      error: parts.find((part) => part instanceof Error) ?? fromStack(parts),
    });
  }

  fatal(...parts: unknown[]): void {
    this.error(...parts);
  }

  log(): void {
    // Start-up chatter: which module, which route.
  }

  warn(): void {
    this.#log.warn({ event: 'framework.warning' });
  }
}

/** The framework often passes message and stack as two texts; the frames are enough to find the place. */
function fromStack(parts: readonly unknown[]): Error {
  const error = new Error();
  const stack = parts.find((part): part is string => typeof part === 'string' && /\n\s+at /.test(part));
  error.stack = stack === undefined ? '' : stack.slice(stack.indexOf('\n    at '));
  return error;
}
