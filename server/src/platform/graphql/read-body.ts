// The JSON of a request, read up to a limit.
import type { IncomingMessage } from 'node:http';
import { LIMITS } from './limits.js';
import { refuse, type Refusal } from './refusal.js';

/** Bytes after the limit that are read and dropped, so that the answer reaches an honest client; then the line is cut. */
const PATIENCE_BYTES = 4 * 1024 * 1024;

/** What a client may send; each value is checked before it is used. */
export interface Body {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
  readonly refused?: never;
}

/** The object that was sent, or why it is not taken. Rejects when the line breaks. */
export function readBody(request: IncomingMessage): Promise<Body | Refusal> {
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.bodyBytes) {
    discard(request, 0);
    return Promise.resolve(tooLarge());
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= LIMITS.bodyBytes) return;
      request.off('data', take);
      discard(request, size);
      resolve(tooLarge());
    };
    request.on('data', take);
    request.once('end', () => resolve(objectOf(chunks)));
    request.once('error', reject);
    request.once('aborted', () => reject(new Error('the request was cut off')));
  });
}

function discard(request: IncomingMessage, before: number): void {
  let size = before;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > PATIENCE_BYTES) request.destroy();
  });
}

function objectOf(chunks: readonly Buffer[]): Body | Refusal {
  const [first, ...rest] = chunks;
  if (!first) return refuse(400, 'BAD_REQUEST', 'Send a JSON object; the body was empty.');
  const text = (rest.length === 0 ? first : Buffer.concat(chunks)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(400, 'BAD_REQUEST', 'The body is not valid JSON.');
  }
  if (Array.isArray(value)) return refuse(400, 'BATCH_REFUSED', 'Send one operation a request, not an array of them.');
  if (typeof value !== 'object' || value === null) return refuse(400, 'BAD_REQUEST', 'Send a JSON object.');
  return value;
}

const tooLarge = () =>
  refuse(413, 'BODY_TOO_LARGE', `Send at most ${LIMITS.bodyBytes} bytes; files go to their own address.`, {
    limit: LIMITS.bodyBytes,
  });
