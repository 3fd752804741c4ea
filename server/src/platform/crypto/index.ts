export * from './cipher.js';
export * from './key-file.js';
export * from './key-ring.js';
export { UnsealError } from './seal.js';
export * from './subject-keys.js';
