// Sends one paper as it is to POST /files; the server judges it, cleans it and keeps it.

/** A paper that the server has kept. */
export interface Paper {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly kind: 'IMAGE' | 'PDF';
  readonly bytes: number;
  /** When it was kept (ISO), for one that stands. */
  readonly addedAt?: string | undefined;
}
export interface PaperProblem {
  readonly code: string;
  readonly limit?: number | undefined;
  readonly found?: string | undefined;
}
export type Upload =
  | { readonly kind: 'KEPT'; readonly paper: Paper }
  | { readonly kind: 'REFUSED'; readonly problem: PaperProblem }
  /** Nobody answered, or something that was no answer: it may be sent again as it is. */
  | { readonly kind: 'FAILED' }
  | { readonly kind: 'CANCELLED' };

export interface Target {
  readonly purpose: string;
  /** Opaque id of what the paper belongs to. */
  readonly subjectId: string;
  /** Opaque id of the record that it proves, where that stands already. */
  readonly recordId?: string | undefined;
}
export interface Sending {
  readonly signal: AbortSignal;
  /** From 0 to 1, as the bytes leave. */
  readonly progress: (share: number) => void;
}

/** The older way of asking, since only that one tells how much has left. */
export function uploadPaper(target: Target, file: Blob, name: string, { signal, progress }: Sending): Promise<Upload> {
  const { subjectId, purpose, recordId } = target;
  const query = new URLSearchParams({ for: subjectId, purpose, name, ...(recordId ? { record: recordId } : {}) });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const failed = (): void => resolve(signal.aborted ? { kind: 'CANCELLED' } : { kind: 'FAILED' });
    request.open('POST', `/files?${query.toString()}`);
    // Another site cannot send this header: without it the server takes no file.
    request.setRequestHeader('x-tongxing-client', 'web');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = failed;
    request.onabort = failed;
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) failed();
    else request.send(file);
  });
}

/** Reads what the server said; anything that is neither a paper nor a code is a failure. */
export function readAnswer(status: number, text: string): Upload {
  const answer = parse(text);
  if (status === 201) return isPaper(answer) ? { kind: 'KEPT', paper: answer } : { kind: 'FAILED' };
  if (typeof answer['code'] !== 'string') return { kind: 'FAILED' };
  const { code, limit, found } = answer;
  return {
    kind: 'REFUSED',
    problem: {
      code,
      limit: typeof limit === 'number' ? limit : undefined,
      found: typeof found === 'string' ? found : undefined,
    },
  };
}

/** Takes a kept paper away again; true where it is gone, whoever took it. */
export async function removePaper(id: string, fetchFn: (path: string, init: RequestInit) => Promise<Response>) {
  try {
    const init = { method: 'DELETE', credentials: 'same-origin', headers: { 'x-tongxing-client': 'web' } } as const;
    const { status } = await fetchFn(`/files/${encodeURIComponent(id)}`, init);
    return status === 204 || status === 404;
  } catch {
    return false;
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

const isPaper = (answer: object): answer is Paper =>
  'id' in answer &&
  typeof answer.id === 'string' &&
  'path' in answer &&
  typeof answer.path === 'string' &&
  'name' in answer &&
  typeof answer.name === 'string' &&
  'kind' in answer &&
  (answer.kind === 'IMAGE' || answer.kind === 'PDF') &&
  'bytes' in answer &&
  typeof answer.bytes === 'number';
