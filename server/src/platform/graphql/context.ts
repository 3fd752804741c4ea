import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { AccessContext, Actor } from '../access/index.js';
import type { AuditEntry } from '../audit-trail/index.js';

/** What each operation carries: who asks, the answer's head, and loaders that live as long as the request. */
export interface GraphqlContext extends AccessContext {
  readonly actor: Actor | undefined;
  /** As Node made them: operations are answered ahead of Express. */
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Network address of whoever asks; behind a trusted proxy the one that it names. */
  readonly address: string;
  /** One store a request: a loader is made when first asked for, and never outlives the answer. */
  readonly loaders: Map<unknown, unknown>;
  /** Resolves once the rows of a read are committed. */
  readonly rememberReads: (entries: readonly AuditEntry[]) => Promise<void>;
}

/** A request to a controller, as the session middleware leaves it. */
export interface ActorRequest extends Request {
  actor?: Actor | undefined;
}

/** The request's own instance of something that batches or caches. */
export function perRequest<T>(context: GraphqlContext, key: unknown, create: () => T): T {
  const known = context.loaders.get(key);
  if (known !== undefined) return known as T;
  const made = create();
  context.loaders.set(key, made);
  return made;
}
