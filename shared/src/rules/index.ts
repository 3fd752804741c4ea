export * from './codes.js';
export * from './companionship-gate.js';
export * from './conduct.js';
export * from './eligibility.js';
export * from './eligibility-settings.js';
export * from './eligibility.types.js';
export { lastDay, type Validity } from './fact-window.js';
export * from './phone.js';
export * from './settings.js';
