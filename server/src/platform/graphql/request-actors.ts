import type { IncomingMessage } from 'node:http';
import type { Actor } from '../access/index.js';
import { sessionToken, type Sessions } from '../auth/index.js';

/** Who sent a request. Asked anew for each, never remembered. */
export abstract class RequestActors {
  abstract actorOf(request: IncomingMessage): Promise<Actor | undefined>;
}

/** By the session's cookie. */
export class SessionActors extends RequestActors {
  constructor(private readonly sessions: Sessions) {
    super();
  }

  override actorOf(request: IncomingMessage): Promise<Actor | undefined> {
    const token = sessionToken(request.headers.cookie);
    return token ? this.sessions.actorOf(token) : Promise.resolve(undefined);
  }
}
