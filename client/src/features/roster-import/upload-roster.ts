// Sends a roster as it is to POST /files/rosters; the server reads, judges and keeps its rows.
import type { RosterKind } from '../../gql/graphql.js';

/** Why a whole file was refused, with the facts that belong to the code. */
export interface FileProblem {
  readonly code: string;
  readonly limit?: number | undefined;
  readonly line?: number | undefined;
  readonly fields: readonly string[];
}
export type Upload =
  | { readonly kind: 'STAGED'; readonly batchId: string }
  | { readonly kind: 'REFUSED'; readonly problem: FileProblem }
  /** Nobody answered, or something that was no answer. */
  | { readonly kind: 'FAILED' };

export type Fetch = (path: string, init: RequestInit) => Promise<Pick<Response, 'ok' | 'json'>>;

export async function uploadRoster(kind: RosterKind, name: string, body: Blob, fetchFn: Fetch): Promise<Upload> {
  const query = new URLSearchParams({ kind, name });
  try {
    const response = await fetchFn(`/files/rosters?${query.toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      // Another site cannot send this header: without it the server takes no file.
      headers: { 'x-tongxing-client': 'web', 'content-type': 'application/octet-stream' },
      body,
    });
    return readAnswer(response.ok, await response.json());
  } catch {
    return { kind: 'FAILED' };
  }
}

/** Reads what the server said; anything that is neither a batch nor a code is a failure. */
export function readAnswer(ok: boolean, answer: unknown): Upload {
  if (typeof answer !== 'object' || answer === null) return { kind: 'FAILED' };
  if (ok && 'batchId' in answer && typeof answer.batchId === 'string') {
    return { kind: 'STAGED', batchId: answer.batchId };
  }
  if (ok || !('code' in answer) || typeof answer.code !== 'string') return { kind: 'FAILED' };
  const limit = 'limit' in answer && typeof answer.limit === 'number' ? answer.limit : undefined;
  const line = 'line' in answer && typeof answer.line === 'number' ? answer.line : undefined;
  const fields = 'fields' in answer && Array.isArray(answer.fields) ? answer.fields.filter(isText) : [];
  return { kind: 'REFUSED', problem: { code: answer.code, limit, line, fields } };
}

const isText = (value: unknown): value is string => typeof value === 'string';
