export * from './grades.js';
export * from './matrix.js';
export * from './roles.js';
export * from './words.js';
