// Health, readiness and metrics of a process that has no other door: the worker's.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { CONFIG, type Config } from './platform/config/index.js';
import { Log, mayReadMetrics, Metrics, ReadinessCheck, safeError } from './platform/observability/index.js';
import { JobGauge } from './platform/outbox/index.js';

/** The same three answers as the server gives; everything else is 404. The caller listens, and closes it last. */
export function workerHealth(app: INestApplicationContext): Server {
  const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>> = {
    '/healthz': (_request, response) => Promise.resolve(json(response, 200, { status: 'ok' })),
    '/readyz': async (_request, response) => {
      const readiness = await app.get(ReadinessCheck).now();
      json(response, readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async (request, response) => {
      if (!mayReadMetrics(request, app.get<Config>(CONFIG).metricsToken)) return json(response, 403, FORBIDDEN);
      const metrics = app.get(Metrics);
      const { counts, oldestDueSeconds } = await app.get(JobGauge).now();
      metrics.jobsStand(counts, oldestDueSeconds);
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
    },
  };
  return createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const answer = request.method === 'GET' && Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (!answer) return json(response, 404, { code: 'NOT_FOUND' });
    answer(request, response).catch((error: unknown) => {
      app.get(Log).warn({ event: 'worker.health_failed', error: safeError(error) });
      json(response, 503, { code: 'UNAVAILABLE' });
    });
  });
}

const FORBIDDEN = { code: 'FORBIDDEN' };

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
