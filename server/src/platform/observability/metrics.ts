import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the platform counts. Labels are words of the code, never of people, so their number is bounded. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = this.#histogram('tongxing_http_request_seconds', 'Requests by route and status.', [
    'route',
    'status',
  ]);
  readonly #operations = this.#histogram(
    'tongxing_graphql_operation_seconds',
    'GraphQL operations by first field and outcome.',
    ['field', 'outcome'],
  );
  readonly #jobs = this.#histogram('tongxing_job_seconds', 'Attempts at jobs by kind and outcome.', [
    'kind',
    'outcome',
  ]);
  readonly #engine = this.#histogram(
    'tongxing_match_engine_seconds',
    'Runs of, and questions to, the matching process, from asking to answer.',
    ['work', 'outcome'],
  );
  readonly #engineCpu = new Counter({
    name: 'tongxing_match_engine_cpu_seconds_total',
    help: 'Processor time of the matching process, told with each answer.',
    registers: [this.#registry],
  });
  readonly #bugs = new Counter({
    name: 'tongxing_bugs_total',
    help: 'Errors that nobody expected.',
    registers: [this.#registry],
  });
  readonly #waiting = this.#gauge('tongxing_jobs', 'Jobs by state.', ['state']);
  readonly #oldest = this.#gauge('tongxing_jobs_oldest_due_seconds', 'How long the oldest due job has waited.', []);

  constructor() {
    // Memory, processor time, open handles, and the lag of the event loop (nodejs_eventloop_lag_*).
    collectDefaultMetrics({ register: this.#registry });
  }

  requestServed(route: string, status: number, seconds: number): void {
    this.#requests.observe({ route, status }, seconds);
  }

  operationRan(field: string, outcome: string, seconds: number): void {
    this.#operations.observe({ field, outcome }, seconds);
  }

  jobRan(kind: string, outcome: string, seconds: number): void {
    this.#jobs.observe({ kind, outcome }, seconds);
  }

  engineWorked(work: string, outcome: string, seconds: number): void {
    this.#engine.observe({ work, outcome }, seconds);
  }

  engineSpent(seconds: number): void {
    this.#engineCpu.inc(seconds);
  }

  bugSeen(): void {
    this.#bugs.inc();
  }

  jobsStand(counts: Readonly<Record<string, number>>, oldestDueSeconds: number): void {
    for (const [state, count] of Object.entries(counts)) this.#waiting.set({ state }, count);
    this.#oldest.set(oldestDueSeconds);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #histogram(name: string, help: string, labelNames: string[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.#registry] });
  }
}
