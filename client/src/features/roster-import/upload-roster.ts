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
  /** Field of each column in the order of the file, empty for one that nobody needs; guessed where it is missing. */
  readonly columns?: readonly string[] | undefined;
}

/** A column of the file as it would be read. */
export interface PreviewColumn {
  readonly header: string;
  readonly field: string | null;
  readonly samples: readonly string[];
}
export type Preview =
  | { readonly kind: 'READ'; readonly columns: readonly PreviewColumn[]; readonly missing: readonly string[] }
  | Exclude<Upload, { readonly kind: 'STAGED' }>;

/** Keeps the rows of a file for review. */
export async function uploadRoster(upload: RosterUpload, fetchFn: Fetch): Promise<Upload> {
  const answer = await send('/files/rosters', upload, fetchFn);
  return answer ? readAnswer(answer.ok, answer.body) : { kind: 'FAILED' };
}

/** What the columns of a file would be read as; nothing of it is kept. */
export async function previewRoster(upload: RosterUpload, fetchFn: Fetch): Promise<Preview> {
  const answer = await send('/files/rosters/columns', upload, fetchFn);
  return answer ? readPreview(answer.ok, answer.body) : { kind: 'FAILED' };
}

async function send(
  path: string,
  { kind, name, body, sheet, columns }: RosterUpload,
  fetchFn: Fetch,
): Promise<{ readonly ok: boolean; readonly body: unknown } | undefined> {
  const query = new URLSearchParams({
    ...{ kind, name },
    ...(sheet === undefined ? {} : { sheet }),
    ...(columns === undefined ? {} : { columns: columns.join(',') }),
  });
  try {
    const response = await fetchFn(`${path}?${query.toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      // Another site cannot send this header: without it the server takes no file.
      headers: { 'x-tongxing-client': 'web', 'content-type': 'application/octet-stream' },
      body,
    });
    return { ok: response.ok, body: await response.json() };
  } catch {
    return undefined;
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

/** Reads the columns that the server saw; a refusal is one as for an upload. */
export function readPreview(ok: boolean, answer: unknown): Preview {
  if (
    !ok ||
    typeof answer !== 'object' ||
    answer === null ||
    !('columns' in answer) ||
    !Array.isArray(answer.columns)
  ) {
    const refusal = readAnswer(ok, answer);
    return refusal.kind === 'STAGED' ? { kind: 'FAILED' } : refusal;
  }
  const columns = answer.columns.flatMap((column: unknown): PreviewColumn[] => {
    if (typeof column !== 'object' || column === null || !('header' in column)) return [];
    const { header } = column;
    const field = 'field' in column && typeof column.field === 'string' ? column.field : null;
    const samples = 'samples' in column ? texts(column.samples) : [];
    return [{ header: typeof header === 'string' ? header : '', field, samples }];
  });
  return { kind: 'READ', columns, missing: 'missing' in answer ? texts(answer.missing) : [] };
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
