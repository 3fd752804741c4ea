// Puts a listener before the one that a server already has, as Express does inside itself, but without Express.
import type { RequestListener, Server } from 'node:http';

/** `make` is given the listener that was first so far; what it returns is the first from now on. */
export function inFront(server: Server, make: (next: RequestListener) => RequestListener): void {
  const [first] = server.listeners('request') as RequestListener[];
  if (!first) throw new Error('BUG: a server that answers nothing');
  server.removeListener('request', first);
  server.prependListener('request', make(first));
}
