export * from './assert-unreachable.js';
export * from './ids.js';
export * from './interval.js';
export * from './limits.js';
export * from './local-date.js';
export * from './money.js';
export * from './result.js';
export * from './zoned.js';
