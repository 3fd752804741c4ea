// How a data key lies in the store: sealed by the agency's key, which comes from one key of the ring.
import { hkdfSync, randomBytes } from 'node:crypto';
import type { KeyRing } from '../crypto/key-ring.js';
import { KEY_BYTES, openBytes, sealBytes, UnsealError } from '../crypto/seal.js';

/** The agency's own key from a key of the ring: what wraps one agency's data keys tells nothing of another's. */
const agencyKey = (ringKey: Buffer, scope: string): Buffer =>
  Buffer.from(hkdfSync('sha256', ringKey, '', `tongxing agency key ${scope}`, KEY_BYTES));

const place = (subject: string, scope: string) => `data-key.${scope}.${subject}`;

export const newDataKey = (): Buffer => randomBytes(KEY_BYTES);

/** Wraps and unwraps with the agencies' keys; those are derived once. */
export class KeyWrap {
  readonly #derived = new Map<string, Buffer>();

  wrap(ringKey: { readonly name: string; readonly key: Buffer }, scope: string, subject: string, dataKey: Buffer) {
    return sealBytes(this.#agencyKey(ringKey, scope), dataKey, place(subject, scope)).toString('base64url');
  }

  /** Throws `UnsealError` where the ring has no such key. */
  unwrap(
    ring: KeyRing,
    stored: { readonly subject: string; readonly scope: string; readonly wrappedBy: string; readonly wrapped: string },
  ): Buffer {
    const ringKey = ring.keys.find(({ name }) => name === stored.wrappedBy);
    if (!ringKey) {
      throw new UnsealError(`the ring has no key named ${stored.wrappedBy}, which data keys are wrapped with`);
    }
    const { subject, scope } = stored;
    return openBytes(this.#agencyKey(ringKey, scope), Buffer.from(stored.wrapped, 'base64url'), place(subject, scope));
  }

  #agencyKey({ name, key }: { readonly name: string; readonly key: Buffer }, scope: string): Buffer {
    const id = `${name} ${scope}`;
    const known = this.#derived.get(id);
    if (known) return known;
    const made = agencyKey(key, scope);
    this.#derived.set(id, made);
    return made;
  }
}
