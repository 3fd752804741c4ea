export * from './grades.js';
export * from './inviting.js';
export * from './matrix.js';
export * from './roles.js';
export * from './second-factor.js';
export * from './words.js';
