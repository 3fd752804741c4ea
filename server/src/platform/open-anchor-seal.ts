import { anchorSeal, type Seal } from './audit-trail/index.js';
import type { Clock } from './clock/index.js';
import type { Config } from './config/index.js';
import { openCipher } from './keys/key-providers.js';

/** Seals the anchor as the platform does, for what verifies it without starting the platform. */
export async function openAnchorSeal(config: Config, clock: Clock): Promise<Seal> {
  const { store, cipher } = await openCipher(config, clock);
  // Its index key is in memory, and an anchor needs no other.
  await store.close();
  return anchorSeal(cipher);
}
