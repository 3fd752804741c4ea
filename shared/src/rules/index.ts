export * from './eligibility.types.js';
