export * from './config.js';
export * from './demo-accounts.js';
