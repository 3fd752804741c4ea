import { anchorSeal, type Seal } from './audit-trail/index.js';
import type { Clock } from './clock/index.js';
import type { Config } from './config/index.js';
import { DataKeys, openKeyStore } from './keys/index.js';
import { cipherOf, ringOf } from './keys/key-providers.js';

/** Seals the anchor as the platform does, for what verifies it without starting the platform. */
export async function openAnchorSeal(config: Config, clock: Clock): Promise<Seal> {
  const store = await openKeyStore(config.keyStoreUrl);
  const ring = ringOf(config);
  try {
    return anchorSeal(await cipherOf(new DataKeys(store, ring, clock), ring));
  } finally {
    await store.close();
  }
}
