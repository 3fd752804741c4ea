export * from './access.js';
export * from './actor.js';
export * from './allow.js';
export * from './declaration.js';
export * from './enforce.js';
export * from './grades.js';
export * from './reach.js';
export * from './rows.js';
