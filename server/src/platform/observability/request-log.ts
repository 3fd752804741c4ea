// One log line and one measurement a request: what was asked for by name, how long it took, how it came out.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';

/** What the GraphQL plugin learns of a request while it runs. */
export interface OperationFacts {
  operation?: string | undefined;
  operationKind?: string | undefined;
  outcomes?: string[] | undefined;
}

const facts = new WeakMap<object, OperationFacts>();

/** The facts of a request, for the part that learns them. */
export function operationFacts(request: object): OperationFacts {
  const known = facts.get(request);
  if (known) return known;
  const fresh: OperationFacts = {};
  facts.set(request, fresh);
  return fresh;
}

const ROUTES = [
  'graphql',
  'files',
  'g',
  'u',
  'inbox',
  'assets',
  'calendar',
  'sso',
  'hooks',
  'healthz',
  'readyz',
  'metrics',
];
/** An id from a proxy is kept where it can be nothing but an id. */
const REQUEST_ID = /^[0-9a-f-]{16,36}$/;

/** The first part of a known address. The rest may be a guardian's secret link, so pages are all one route. */
export function routeOf(path: string): string {
  const first = path.split(/[/?]/, 2)[1] ?? '';
  return ROUTES.includes(first) ? `/${first}` : '/page';
}

export function requestLog(log: Log, metrics: Metrics) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const begun = performance.now();
    const given = String(request.headers['x-request-id'] ?? '');
    const id = REQUEST_ID.test(given) ? given : randomUUID();
    const route = routeOf(request.url ?? '');
    response.setHeader('X-Request-Id', id);
    response.once('close', () => {
      const ms = performance.now() - begun;
      // A client that went away before the answer: no status was ever sent.
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.requestServed(route, status, ms / 1000);
      const line = { event: 'request', request: id, method: request.method, route, status, ms: Math.round(ms) };
      const full = { ...line, ...facts.get(request) };
      if (route === '/healthz' || route === '/readyz' || route === '/metrics' || route === '/assets') log.debug(full);
      else log.info(full);
    });
  };
}
