// Files of a roster over HTTP, beside GraphQL: the company's own list goes in, names and the insurer's list come out.
import type { InsuranceReason, ListFormat } from '@tongxing/shared/rules';
import type { FactorMethod } from '../../gql/graphql.js';

export interface LeftOut {
  readonly line: number;
  readonly name: string;
  readonly reasons: readonly string[];
}
export type ListAnswer =
  | {
      readonly kind: 'READ';
      readonly people: number;
      readonly leftOut: readonly LeftOut[];
      readonly file: string | null;
    }
  | {
      readonly kind: 'REFUSED';
      readonly code: string;
      readonly why?: string | undefined;
      readonly limit?: number | undefined;
    }
  | { readonly kind: 'FAILED' };
export type FileAnswer =
  | { readonly kind: 'FILE'; readonly content: Blob; readonly name: string }
  | { readonly kind: 'STEP_UP'; readonly __typename: 'StepUpNeeded'; readonly methods: readonly FactorMethod[] }
  | { readonly kind: 'REFUSED'; readonly code: string }
  | { readonly kind: 'FAILED' };
export interface Take {
  readonly what: 'names' | 'insurance';
  readonly format: ListFormat;
  readonly reason?: InsuranceReason | undefined;
  readonly lang: string;
}

const HEADERS = { 'x-tongxing-client': 'web' };
const addressOf = (bookingId: string, what: string, asked: Readonly<Record<string, string>>): string =>
  `/files/team-rosters/${encodeURIComponent(bookingId)}/${what}?${new URLSearchParams(asked).toString()}`;

/** Without `send` nothing happens: the answer says what would. */
export async function putColleagues(
  bookingId: string,
  list: Blob,
  { send, lang }: { readonly send: boolean; readonly lang: string },
  ask: typeof fetch = fetch,
): Promise<ListAnswer> {
  try {
    const response = await ask(addressOf(bookingId, 'colleagues', { send: String(send), lang }), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...HEADERS, 'content-type': 'application/octet-stream' },
      body: list,
    });
    return readList(response.ok, await response.json());
  } catch {
    return { kind: 'FAILED' };
  }
}

export async function takeList(
  bookingId: string,
  { what, ...take }: Take,
  ask: typeof fetch = fetch,
): Promise<FileAnswer> {
  try {
    const asked = { format: take.format, lang: take.lang, ...(take.reason ? { reason: take.reason } : {}) };
    const init = { method: 'POST', credentials: 'same-origin', headers: HEADERS, cache: 'no-store' } as const;
    const response = await ask(addressOf(bookingId, what, asked), init);
    if (!response.ok) return refusalOf(await response.json());
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    return { kind: 'FILE', content: await response.blob(), name: decodeURIComponent(name ?? `roster.${take.format}`) };
  } catch {
    return { kind: 'FAILED' };
  }
}

export function readList(isOk: boolean, said: unknown): ListAnswer {
  const code = textOf(said, 'code');
  if (!isOk && code) return { kind: 'REFUSED', code, why: textOf(said, 'why'), limit: numberOf(said, 'limit') };
  const people = numberOf(said, 'people');
  if (!isOk || people === undefined || !isRecord(said) || !Array.isArray(said['leftOut'])) return { kind: 'FAILED' };
  const leftOut = (said['leftOut'] as unknown[]).flatMap((row): LeftOut[] => {
    const line = numberOf(row, 'line');
    if (line === undefined || !isRecord(row) || !Array.isArray(row['reasons'])) return [];
    const reasons = (row['reasons'] as unknown[]).filter((one): one is string => typeof one === 'string');
    return [{ line, name: textOf(row, 'name') ?? '', reasons }];
  });
  return { kind: 'READ', people, leftOut, file: textOf(said, 'leftOutFile') ?? null };
}

/** Hands a file to whoever sits here. */
export function keep(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Whoever has a second factor shows it first; anything else is a refusal. */
function refusalOf(said: unknown): FileAnswer {
  const code = textOf(said, 'code') ?? 'FAILED';
  const methods = isRecord(said) && Array.isArray(said['methods']) ? (said['methods'] as FactorMethod[]) : [];
  return code === 'STEP_UP_NEEDED'
    ? { kind: 'STEP_UP', __typename: 'StepUpNeeded', methods }
    : { kind: 'REFUSED', code };
}

const isRecord = (said: unknown): said is Record<string, unknown> => typeof said === 'object' && said !== null;
const textOf = (said: unknown, key: string): string | undefined =>
  isRecord(said) && typeof said[key] === 'string' ? said[key] : undefined;
const numberOf = (said: unknown, key: string): number | undefined =>
  isRecord(said) && typeof said[key] === 'number' ? said[key] : undefined;
