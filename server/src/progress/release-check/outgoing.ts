// What is to leave, as the check reads it: plain text, a document of a word processor, or a picture.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { byteLimit, cleanImage, kindOf } from '../../platform/files/index.js';
import { codesIn, type CodeInImage } from './codes-in-image.js';
import { readDocument } from './read-document.js';

export const OUTGOING_FORMS = ['TEXT', 'DOCUMENT', 'PICTURE'] as const;
export type OutgoingForm = (typeof OUTGOING_FORMS)[number];

export interface Outgoing {
  readonly form: OutgoingForm;
  readonly text: string;
  readonly codes: readonly CodeInImage[];
}
export type OutgoingProblem =
  | { readonly code: 'TEXT_TOO_LONG'; readonly limit: number }
  /** Its text cannot be read here as people see it: it is to be copied out. */
  | { readonly code: 'PDF_NOT_READ' }
  | { readonly code: 'FORM_UNKNOWN' }
  | { readonly code: 'UNREADABLE' };

const LONGEST_TEXT = 30_000;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
export const MAX_OUTGOING_BYTES = byteLimit('PDF');

/** Reads it whole or not at all: what only half of was looked at was not looked at. */
export async function readOutgoing(bytes: Buffer): Promise<Result<Outgoing, OutgoingProblem>> {
  const kind = kindOf(bytes.subarray(0, 16));
  if (kind === 'PDF') return err({ code: 'PDF_NOT_READ' });
  if (kind) {
    const codes = await codesOf(bytes, kind);
    return codes ? ok({ form: 'PICTURE', text: '', codes }) : err({ code: 'UNREADABLE' });
  }
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return document(bytes);
  const text = plainText(bytes);
  return text === undefined ? err({ code: 'FORM_UNKNOWN' }) : fitting('TEXT', text, []);
}

async function document(bytes: Buffer): Promise<Result<Outgoing, OutgoingProblem>> {
  const read = readDocument(bytes);
  if (!read) return err({ code: 'FORM_UNKNOWN' });
  const codes: CodeInImage[] = [];
  for (const picture of read.pictures) {
    const kind = kindOf(picture.subarray(0, 16));
    // A drawing in a form that shows no photograph carries no code that a camera made.
    if (!kind || kind === 'PDF') continue;
    const found = await codesOf(picture, kind);
    if (!found) return err({ code: 'UNREADABLE' });
    codes.push(...found);
  }
  return fitting('DOCUMENT', read.text, codes);
}

async function codesOf(bytes: Buffer, kind: 'JPEG' | 'PNG' | 'WEBP'): Promise<CodeInImage[] | undefined> {
  const drawn = await cleanImage(bytes, kind);
  return drawn.ok ? codesIn(drawn.value) : undefined;
}

const fitting = (form: OutgoingForm, text: string, codes: readonly CodeInImage[]): Result<Outgoing, OutgoingProblem> =>
  text.length > LONGEST_TEXT ? err({ code: 'TEXT_TOO_LONG', limit: LONGEST_TEXT }) : ok({ form, text, codes });

/** Undefined where the bytes are no text. */
function plainText(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    // A nought or a bell is in no letter that somebody wrote.
    return /(?![\t\n\v\f])\p{Cc}/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
