export * from './cipher.js';
export * from './key-file.js';
