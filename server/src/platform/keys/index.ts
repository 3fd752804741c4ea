export * from './data-keys.js';
export { KeyStore, type NewKey, type StoredKey, type Tombstone } from './key-store.js';
export { openKeyStore } from './open-key-store.js';
export * from './key-standing.js';
export * from './personal-data.js';
export { Resealing } from './resealing.js';
export { rewrapAll } from './rotation.js';
export { TombstoneLedger } from './tombstone-ledger.js';
