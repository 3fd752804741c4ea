export * from './application.js';
export * from './concern.js';
export * from './machine.js';
export * from './match-proposal.js';
export * from './giving.js';
export * from './supervision.js';
export * from './helper-journey.js';
