// Files at rest: whatever is done to the sealed bytes, they do not open as something else.
import { randomBytes } from 'node:crypto';
import { UnsealError } from '../crypto/index.js';
import { openChunks, sealChunks } from './sealed-chunks.js';

const KEY = randomBytes(32);
const PLACE = 'stored_file.bytes.1';
const CHUNK = 64 * 1024;
const SEALED = CHUNK + 16;

const seal = (plain: Buffer) => Buffer.concat([...sealChunks(KEY, plain, PLACE)]);
const pieces = async function* (bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
};
async function open(sealed: Buffer, { key = KEY, place = PLACE, size = 10_000 } = {}): Promise<Buffer> {
  const opened: Buffer[] = [];
  for await (const chunk of openChunks(key, pieces(sealed, size), place)) opened.push(chunk);
  return Buffer.concat(opened);
}

const PLAIN = randomBytes(3 * CHUNK + 100);

describe('sealed chunks do not open', () => {
  const sealed = seal(PLAIN);
  const swapped = Buffer.concat([
    sealed.subarray(SEALED, 2 * SEALED),
    sealed.subarray(0, SEALED),
    sealed.subarray(2 * SEALED),
  ]);
  const flipped = Buffer.from(sealed);
  flipped[SEALED + 5] = (flipped[SEALED + 5] ?? 0) ^ 1;
  it.each([
    ['with another key', sealed, { key: randomBytes(32) }],
    ['at another place', sealed, { place: 'stored_file.bytes.2' }],
    ['with one bit changed', flipped, {}],
    ['with two chunks swapped', swapped, {}],
    ['without their last chunk', sealed.subarray(0, 3 * SEALED), {}],
    ['without their last byte', sealed.subarray(0, -1), {}],
    ['with a chunk twice', Buffer.concat([sealed.subarray(0, SEALED), sealed]), {}],
    ['as nothing', Buffer.alloc(0), {}],
  ])('%s', (_what, bytes, options) => expect(open(bytes, options)).rejects.toThrow(UnsealError));
});

describe('sealed chunks open as they were', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])('with %i bytes', async (length) => {
    const plain = randomBytes(length);
    expect((await open(seal(plain))).equals(plain)).toBe(true);
  });

  it.each([7_001, SEALED, 10 * SEALED])('however they come from the disk (%i at once)', async (size) => {
    expect((await open(seal(PLAIN), { size })).equals(PLAIN)).toBe(true);
  });

  it('never the same twice', () => {
    const again = Buffer.concat([...sealChunks(randomBytes(32), PLAIN, PLACE)]);
    expect(again.equals(seal(PLAIN))).toBe(false);
  });
});
