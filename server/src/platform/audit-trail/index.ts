export * from './audit-event.entity.js';
export * from './audit-trail.js';
export * from './chain.js';
