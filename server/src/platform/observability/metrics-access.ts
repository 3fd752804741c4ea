// Who may read the metrics of a process.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** By token where one is set; otherwise from this machine only, and not through a proxy that stands on it. */
export function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return sameText(headers.authorization ?? '', `Bearer ${token}`);
  const proxied = headers['x-forwarded-for'] ?? headers['forwarded'];
  return proxied === undefined && LOOPBACK.test(socket.remoteAddress ?? '');
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
