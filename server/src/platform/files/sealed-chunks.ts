// A file at rest: AES-256-GCM in chunks, each with its number and whether it is the last, so that none can be changed,
// swapped or cut off. The key is this file's alone, and so the numbers can be the start values.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { UnsealError } from '../crypto/index.js';

const ALGORITHM = 'aes-256-gcm';
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

function startValue(index: number, last: boolean): Buffer {
  const value = Buffer.alloc(12);
  value.writeUInt32BE(index, 0);
  value[11] = last ? 1 : 0;
  return value;
}

/** `place` is authenticated: under another row the bytes do not open. */
export function* sealChunks(key: Buffer, plain: Buffer, place: string): Generator<Buffer> {
  const chunks = Math.max(1, Math.ceil(plain.length / CHUNK_BYTES));
  for (let index = 0; index < chunks; index++) {
    const cipher = createCipheriv(ALGORITHM, key, startValue(index, index === chunks - 1));
    cipher.setAAD(Buffer.from(place));
    yield cipher.update(plain.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
    yield Buffer.concat([cipher.final(), cipher.getAuthTag()]);
  }
}

/** Gives out a chunk once it is known to be genuine; throws `UnsealError` at the first that is not. */
export async function* openChunks(key: Buffer, sealed: AsyncIterable<Buffer>, place: string): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let index = 0;
  for await (const piece of sealed) {
    waiting = Buffer.concat([waiting, piece]);
    for (; waiting.length > SEALED_BYTES; waiting = waiting.subarray(SEALED_BYTES)) {
      yield openChunk(key, waiting.subarray(0, SEALED_BYTES), startValue(index++, false), place);
    }
  }
  yield openChunk(key, waiting, startValue(index, true), place);
}

function openChunk(key: Buffer, sealed: Buffer, start: Buffer, place: string): Buffer {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, start);
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new UnsealError('a stored file cannot be opened: wrong key, changed, or cut off');
  }
}
