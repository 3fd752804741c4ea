// Sends what is to leave to POST /files/checks: the server marks it and forgets it again.
import type { FindingKind, OutgoingForm, ReleaseAudience } from '../../gql/graphql.js';
import type { KindMark } from './use-marks.js';

/** Every kind that this page has words for. */
const KINDS: Readonly<Record<FindingKind, true>> = {
  NAME: true,
  OTHER_CHILD: true,
  SCHOOL: true,
  PHONE: true,
  ID_NUMBER: true,
  ACCOUNT: true,
  ADDRESS: true,
  EMAIL: true,
  URL: true,
  QR_CODE: true,
  WORDING: true,
};

export interface CodeFound {
  readonly format: string;
  readonly leadsTo: string;
}
export interface KeptCheck {
  readonly checkedBy: string;
  readonly checkedAt: string;
  readonly secondBy: string | null;
  readonly secondAt: string | null;
  readonly own: boolean;
  readonly done: boolean;
}
export interface Checked {
  readonly kind: 'CHECKED';
  readonly form: OutgoingForm;
  readonly text: string;
  readonly marks: readonly KindMark[];
  readonly codes: readonly CodeFound[];
  readonly check: KeptCheck | undefined;
}
export type CheckAnswer =
  | Checked
  | { readonly kind: 'REFUSED'; readonly code: string; readonly limit: number | undefined }
  /** Nobody answered, or something that was no answer. */
  | { readonly kind: 'FAILED' };

export interface Asked {
  readonly audience: ReleaseAudience;
  readonly childId: string | undefined;
  /** So many marks has whoever sends it looked at; left out to have it marked only. */
  readonly seen?: number;
}

export async function checkOutgoing(body: Blob | string, { audience, childId, seen }: Asked): Promise<CheckAnswer> {
  const query = new URLSearchParams({
    audience,
    ...(childId === undefined ? {} : { child: childId }),
    ...(seen === undefined ? {} : { seen: String(seen) }),
  });
  try {
    const response = await fetch(`/files/checks?${query.toString()}`, {
      method: 'POST',
      cache: 'no-store',
      // Another site cannot send this header: without it the server takes nothing.
      headers: { 'x-tongxing-client': 'web', 'content-type': 'application/octet-stream' },
      body: typeof body === 'string' ? new Blob([body]) : body,
    });
    return readAnswer(response.ok, await response.json());
  } catch {
    return { kind: 'FAILED' };
  }
}

/** Reads what the server said; anything that is neither a check nor a code is a failure. */
export function readAnswer(good: boolean, said: unknown): CheckAnswer {
  if (!isRecord(said)) return { kind: 'FAILED' };
  if (!good) {
    const { code, limit } = said;
    return typeof code === 'string'
      ? { kind: 'REFUSED', code, limit: typeof limit === 'number' ? limit : undefined }
      : { kind: 'FAILED' };
  }
  const { form, text, marks, codes, check } = said;
  if (!isForm(form) || typeof text !== 'string') return { kind: 'FAILED' };
  if (!Array.isArray(marks) || !marks.every(isMark)) return { kind: 'FAILED' };
  if (!Array.isArray(codes) || !codes.every(isCode)) return { kind: 'FAILED' };
  return { kind: 'CHECKED', form, text, marks, codes, check: isKept(check) ? check : undefined };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isForm = (value: unknown): value is OutgoingForm =>
  value === 'TEXT' || value === 'DOCUMENT' || value === 'PICTURE';
const isKind = (value: unknown): value is FindingKind => typeof value === 'string' && value in KINDS;
const isMark = (value: unknown): value is KindMark =>
  isRecord(value) &&
  isKind(value['kind']) &&
  typeof value['from'] === 'number' &&
  typeof value['to'] === 'number' &&
  typeof value['instead'] === 'string' &&
  typeof value['sure'] === 'boolean';
const isCode = (value: unknown): value is CodeFound =>
  isRecord(value) && typeof value['format'] === 'string' && typeof value['leadsTo'] === 'string';
const isKept = (value: unknown): value is KeptCheck =>
  isRecord(value) && typeof value['checkedBy'] === 'string' && typeof value['done'] === 'boolean';
