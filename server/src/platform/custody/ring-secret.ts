// The ring as the bytes that are shared out, with a checksum inside: shares that do not belong together are found out.
import { createHash } from 'node:crypto';
import type { KeyRing } from '../crypto/key-ring.js';
import { KEY_BYTES } from '../crypto/seal.js';

const CHECK_BYTES = 8;

export function ringToBytes({ keys }: KeyRing): Buffer {
  const entries = keys.map(({ name, key }) => {
    const label = Buffer.from(name);
    return Buffer.concat([Buffer.of(label.length), label, key]);
  });
  const body = Buffer.concat([Buffer.of(keys.length), ...entries]);
  return Buffer.concat([body, check(body)]);
}

/** Undefined where the bytes are no ring: too few shares, or shares of something else. */
export function ringFromBytes(bytes: Buffer): KeyRing | undefined {
  const body = bytes.subarray(0, -CHECK_BYTES);
  if (bytes.length <= CHECK_BYTES || !check(body).equals(bytes.subarray(-CHECK_BYTES))) return undefined;
  const keys: { name: string; key: Buffer }[] = [];
  for (let at = 1; at < body.length;) {
    const end = at + 1 + (body[at] ?? 0);
    keys.push({ name: body.subarray(at + 1, end).toString(), key: Buffer.from(body.subarray(end, end + KEY_BYTES)) });
    at = end + KEY_BYTES;
  }
  return { keys };
}

/** As `APP_KEYS` and the key file hold it. */
export const ringText = ({ keys }: KeyRing): string =>
  keys.map(({ name, key }) => `${name}:${key.toString('base64')}`).join(',');

const check = (body: Buffer): Buffer =>
  createHash('sha256').update('tongxing ring').update(body).digest().subarray(0, CHECK_BYTES);
