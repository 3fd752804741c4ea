// Ring, key store, ledger and cipher, opened in the order in which each needs the one before.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Provider } from '@nestjs/common';
import type { Clock } from '../clock/index.js';
import type { Config } from '../config/index.js';
import { Cipher, firstIndexKey, fixedRing, KeyFileRing, parseKeyRing, type RingSource } from '../crypto/index.js';
import { Database, UnitOfWork } from '../database/index.js';
import { Log } from '../observability/index.js';
import { DataKeys } from './data-keys.js';
import { KeyStore } from './key-store.js';
import { openKeyStore } from './open-key-store.js';
import { KeyStanding } from './key-standing.js';
import { KeyUpkeep } from './key-upkeep.js';
import { PersonalData } from './personal-data.js';
import { Resealing } from './resealing.js';
import { TombstoneLedger } from './tombstone-ledger.js';

const RING = Symbol('RingSource');
/** Keys of the platform's own in the store, so that no ring key has to be kept for their sake. */
const BLIND_INDEX = 'blind-index';
const LEDGER = 'tombstone-ledger';
const KEY_BYTES = 32;

export const keyFileOf = (config: Pick<Config, 'dataDir'>) => resolve(config.dataDir, 'keys', 'app.key');

export const ringOf = (config: Pick<Config, 'appKeys' | 'dataDir'>): RingSource =>
  config.appKeys ? fixedRing(parseKeyRing(config.appKeys)) : new KeyFileRing(keyFileOf(config));

/** At first the key of the indexes is what it was when it came from the ring. */
export async function cipherOf(keys: DataKeys, ring: RingSource): Promise<Cipher> {
  return new Cipher(ring, keys, await keys.platformKey(BLIND_INDEX, () => firstIndexKey(ring.current())));
}

export function keyProviders(config: Config, clock: Clock): Provider[] {
  return [
    { provide: RING, useFactory: () => ringOf(config) },
    { provide: KeyStore, useFactory: () => openKeyStore(config.keyStoreUrl) },
    {
      provide: DataKeys,
      useFactory: (store: KeyStore, ring: RingSource) => new DataKeys(store, ring, clock),
      inject: [KeyStore, RING],
    },
    {
      provide: TombstoneLedger,
      useFactory: async (keys: DataKeys, store: KeyStore, log: Log) => {
        const key = await keys.platformKey(LEDGER, () => randomBytes(KEY_BYTES));
        const ledger = new TombstoneLedger(config.ledgerDir, key);
        // Before anything can be opened: a key store from an older backup still has keys of people erased since.
        const { destroyed, refused } = await ledger.reconcile(store);
        if (destroyed > 0) log.info({ event: 'keys.tombstones_replayed', count: destroyed });
        if (refused > 0) log.error({ event: 'keys.ledger_lines_refused', count: refused });
        return ledger;
      },
      inject: [DataKeys, KeyStore, Log],
    },
    {
      provide: Cipher,
      useFactory: cipherOf,
      inject: [DataKeys, RING, TombstoneLedger],
    },
    { provide: PersonalData, useFactory: () => new PersonalData() },
    {
      provide: Resealing,
      useFactory: (database: Database, work: UnitOfWork, cipher: Cipher, data: PersonalData) =>
        new Resealing(database, work, cipher, data),
      inject: [Database, UnitOfWork, Cipher, PersonalData],
    },
    {
      provide: KeyStanding,
      useFactory: (store: KeyStore, ring: RingSource) => new KeyStanding(store, ring),
      inject: [KeyStore, RING],
    },
    {
      provide: KeyUpkeep,
      useFactory: (store: KeyStore, ring: RingSource, resealing: Resealing, log: Log) =>
        new KeyUpkeep(store, ring, resealing, config, log),
      inject: [KeyStore, RING, Resealing, Log],
    },
  ];
}

/** Ring, store and cipher as a command needs them, without the application around them. Close the store. */
export async function openCipher(config: Config, clock: Clock): Promise<{ store: KeyStore; cipher: Cipher }> {
  const ring = ringOf(config);
  const store = await openKeyStore(config.keyStoreUrl);
  return { store, cipher: await cipherOf(new DataKeys(store, ring, clock), ring) };
}
