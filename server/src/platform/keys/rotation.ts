// Moves the wrapping of data keys to the newest ring key, in bounded batches, while servers read and write.
import { newestOf, type KeyRing } from '../crypto/key-ring.js';
import type { KeyStore } from './key-store.js';
import { KeyWrap } from './key-wrap.js';

const BATCH = 500;

export interface RotationProgress {
  /** Keys that this batch moved. */
  readonly moved: number;
}

/**
 * Wraps again whatever another ring key wraps. The data keys stay what they are, so nothing that was sealed is touched:
 * a reader meanwhile finds the old wrapping or the new one, and both open. Killed half-way, the next run goes on.
 * Returns how many were moved.
 */
export async function rewrapAll(
  store: KeyStore,
  ring: KeyRing,
  onBatch: (progress: RotationProgress) => void | Promise<void> = () => undefined,
): Promise<number> {
  const wrap = new KeyWrap();
  const newest = newestOf(ring);
  let total = 0;
  for (;;) {
    const batch = await store.wrappedByOthers(newest.name, BATCH);
    if (batch.length === 0) return total;
    const changes = batch.flatMap((stored) => {
      const { subject, scope, wrapped: from } = stored;
      if (from === null) return [];
      const dataKey = wrap.unwrap(ring, { ...stored, wrapped: from });
      return [{ subject, from, to: wrap.wrap(newest, scope, subject, dataKey), wrappedBy: newest.name }];
    });
    const moved = await store.rewrap(changes);
    total += moved;
    await onBatch({ moved });
  }
}
