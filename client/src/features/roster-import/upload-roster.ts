// Sends a roster as it is to POST /files/rosters; the server reads, judges and keeps its rows.
import type { RosterKind } from '../../gql/graphql.js';

/** Why a whole file was refused, with the facts that belong to the code. */
export interface FileProblem {
  readonly code: string;
  readonly limit?: number | undefined;
  readonly line?: number | undefined;
  readonly fields: readonly string[];
  /** Sheets of a workbook of which one must be chosen. */
  readonly sheets: readonly string[];
}
export type Upload =
  | { readonly kind: 'STAGED'; readonly batchId: string }
  | { readonly kind: 'REFUSED'; readonly problem: FileProblem }
  /** Nobody answered, or something that was no answer. */
  | { readonly kind: 'FAILED' };

export type Fetch = (path: string, init: RequestInit) => Promise<Pick<Response, 'ok' | 'json'>>;

export interface RosterUpload {
  readonly kind: RosterKind;
  readonly name: string;
  readonly body: Blob;
  readonly sheet?: string | undefined;
}

export async function uploadRoster({ kind, name, body, sheet }: RosterUpload, fetchFn: Fetch): Promise<Upload> {
  const query = new URLSearchParams({ kind, name, ...(sheet === undefined ? {} : { sheet }) });
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
  const fields = 'fields' in answer ? texts(answer.fields) : [];
  const sheets = 'sheets' in answer ? texts(answer.sheets) : [];
  return { kind: 'REFUSED', problem: { code: answer.code, limit, line, fields, sheets } };
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
