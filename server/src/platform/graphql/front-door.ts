// What a request must be before Apollo Server sees it: one operation, as JSON, from our own pages, and small enough.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AllowList } from './allow-list.js';
import { longPage, type Documents } from './documents.js';
import { readBody, type Body } from './read-body.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

/** An operation that may run. */
export interface Admitted {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  readonly refused?: never;
}

export class FrontDoor {
  constructor(
    private readonly documents: Documents,
    private readonly allowList: AllowList,
  ) {}

  /** Reads the body itself: nothing is parsed, looked up or executed for a request that is refused by its head. */
  async admit(request: IncomingMessage): Promise<Admitted | Refusal> {
    const refused = refusedByHead(request);
    if (refused) return refused;
    const body = await readBody(request);
    return isRefusal(body) ? body : admit(this.documents, this.allowList, body);
  }
}

function refusedByHead(request: IncomingMessage): Refusal | undefined {
  const { headers, method } = request;
  if (method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', 'Send a POST request with a JSON body.');
  if (headers['sec-fetch-site'] === 'cross-site')
    return refuse(403, 'CROSS_SITE_REFUSED', 'Other sites may not ask here.');
  if (!isPlainJson(headers)) {
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send content-type: application/json in UTF-8, not compressed.');
  }
  return undefined;
}

/** A form or a script tag of another site cannot send this type without asking first (CSRF). */
function isPlainJson(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'] ?? '';
  const isJson = type === 'application/json' || /^application\/json\s*;\s*charset="?utf-8"?$/i.test(type);
  const encoding = headers['content-encoding'] ?? 'identity';
  return isJson && encoding === 'identity';
}

function admit(documents: Documents, allowList: AllowList, body: Body): Admitted | Refusal {
  const { variables, operationName } = body;
  if (!isAbsent(variables) && !isRecord(variables)) return refuse(400, 'BAD_REQUEST', 'variables is a JSON object.');
  if (!isAbsent(operationName) && typeof operationName !== 'string')
    return refuse(400, 'BAD_REQUEST', 'operationName is a text.');
  const query = allowList.textOf(body);
  if (typeof query !== 'string') return query;
  const prepared = documents.prepare(query);
  if (isRefusal(prepared)) return prepared;
  if (!prepared.runner(operationName)) {
    return refuse(400, 'OPERATION_RESOLUTION_FAILURE', 'operationName names no operation of this document.');
  }
  const given = variables ?? {};
  return longPage(prepared.pageVariables, given) ?? { query, variables: given, operationName: operationName ?? null };
}

const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && !Array.isArray(value);
