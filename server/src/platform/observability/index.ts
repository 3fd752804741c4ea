export { Log, type LogFields } from './log.js';
export { Metrics } from './metrics.js';
export { ReadinessCheck } from './readiness.js';
export { requestLog } from './request-log.js';
export { safeError } from './safe-error.js';
