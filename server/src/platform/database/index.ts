export * from './columns.js';
export * from './database.js';
export * from './migrations/create-table.js';
export * from './read-rows.js';
export * from './row-where.js';
export { WriteOutsideUnitOfWork, SecondConnectionInsideUnitOfWork, currentUnit, runOutsideUnit } from './scope.js';
export * from './unit-of-work.js';
export * from './dated-facts.js';
export { linksTo, type Link } from './links.js';
