export * from './field-groups.js';
export * from './disclose.js';
export * from './words.js';
export * from './texts.js';
export * from './consent-tasks.js';
export * from './reading-table.js';
export * from './about-a-child.js';
