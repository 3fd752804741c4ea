// Answers operations straight from Node's server: front door, actor, Apollo Server, JSON. Express is for everything else.
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Actor } from '../access/index.js';
import { newReference, type BugReporter } from './bug-reporter.js';
import type { GraphqlContext } from './context.js';
import type { Admitted, FrontDoor } from './front-door.js';
import { maskedBug } from './mask-errors.js';
import { isRefusal, type Refusal } from './refusal.js';
import type { RequestActors } from './request-actors.js';
import { sendJson } from './send-json.js';

export type CreateContext = (
  request: IncomingMessage,
  response: ServerResponse,
  actor: Actor | undefined,
) => GraphqlContext;

export class Endpoint {
  constructor(
    private readonly apollo: ApolloServer,
    private readonly door: FrontDoor,
    private readonly actors: RequestActors,
    private readonly createContext: CreateContext,
    private readonly bugs: BugReporter,
  ) {}

  /** Serves one address, whatever the method; hands everything else on. */
  listener(path: string, next: RequestListener): RequestListener {
    const withSearch = `${path}?`;
    return (request, response) => {
      const { url = '' } = request;
      if (url !== path && !url.startsWith(withSearch)) next(request, response);
      else this.#serve(request, response).catch((error: unknown) => this.#lastResort(error, request, response));
    };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const admitted = await this.door.admit(request);
    if (isRefusal(admitted)) await turnAway(request, response, admitted);
    else await this.#run(request, response, admitted);
  }

  async #run(request: IncomingMessage, response: ServerResponse, operation: Admitted): Promise<void> {
    const actor = await this.actors.actorOf(request);
    const answer = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: operation },
      context: () => Promise.resolve(this.createContext(request, response, actor)),
    });
    if (answer.body.kind !== 'complete') throw new Error('BUG: an answer in parts');
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    await sendJson(request, response, answer.status ?? 200, answer.body.string);
  }

  /** A failure before or beside execution, as GraphQL answers: masked, with a reference. */
  #lastResort(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const reference = newReference();
    this.bugs.report({ reference, error });
    if (response.headersSent) response.destroy();
    else void sendJson(request, response, 500, JSON.stringify({ errors: [maskedBug(reference)] }));
  }
}

function turnAway(request: IncomingMessage, response: ServerResponse, { status, errors }: Refusal): Promise<void> {
  if (status === 405) response.setHeader('Allow', 'POST');
  return sendJson(request, response, status, JSON.stringify({ errors }));
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
