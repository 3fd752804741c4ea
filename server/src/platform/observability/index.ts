export { Log, type LogFields } from './log.js';
export { LogBugReporter } from './log-bug-reporter.js';
export { mayReadMetrics } from './metrics-access.js';
export { Metrics } from './metrics.js';
export { NestLog } from './nest-log.js';
export { ReadinessCheck } from './readiness.js';
export { requestLog, routeOf } from './request-log.js';
export { RequestsUnderWay } from './requests-under-way.js';
export { safeError } from './safe-error.js';
