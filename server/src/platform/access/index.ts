export * from './actor.js';
export * from './allow.js';
export * from './enforce.js';
