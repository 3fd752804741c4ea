import type { IncomingMessage } from 'node:http';

/** The network address of whoever asks: behind our own proxy the last one that it added, which no client can forge. */
export function clientAddress(request: IncomingMessage, behindProxy: boolean): string {
  const own = request.socket.remoteAddress ?? 'unknown';
  if (!behindProxy) return own;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  return forwarded.at(-1)?.trim() || own;
}
