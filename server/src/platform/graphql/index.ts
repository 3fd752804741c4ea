export * from './bug-reporter.js';
export * from './connection.js';
export * from './context.js';
export * from './global-id.js';
export * from './limits.js';
export * from './scalars.js';
export * from './user-error.js';
