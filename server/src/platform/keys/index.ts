export * from './data-keys.js';
export { KeyStore, type NewKey, type StoredKey, type Tombstone } from './key-store.js';
export { openKeyStore } from './open-key-store.js';
