export * from './events.js';
export { Job, type JobState } from './job.entity.js';
export { Outbox, type JobOptions } from './outbox.js';
export { WakeUp } from './wake-up.js';
