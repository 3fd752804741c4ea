import { BugReporter, type Bug } from '../graphql/bug-reporter.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';

/** A bug goes to the log by its reference, kind and place in the code. Its words stay out: they may name somebody. */
export class LogBugReporter extends BugReporter {
  constructor(
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  override report({ reference, error, operation }: Bug): void {
    this.metrics.bugSeen();
    this.log.error({ event: 'bug', reference, operation, error });
  }
}
