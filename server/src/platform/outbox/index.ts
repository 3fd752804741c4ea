export * from './events.js';
export { Job, type JobState } from './job.entity.js';
export { JobGauge } from './job-gauge.js';
export { JobHandlers, JobRefused, type JobContext, type JobKind } from './job-handlers.js';
export { JobUpkeep } from './job-upkeep.js';
export { JobWorker } from './job-worker.js';
export { Outbox, type JobOptions } from './outbox.js';
export { WakeUp } from './wake-up.js';
