// Whether a PDF is nothing but pages. It is kept as it came, so whatever could act when somebody opens it is refused.
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

export type PdfProblem =
  /** Its end is missing. */
  | { readonly code: 'PDF_CUT_OFF' }
  /** It asks for a password, so nobody can look into it here. */
  | { readonly code: 'PDF_LOCKED' }
  /** It carries something that acts: `what` names it. */
  | { readonly code: 'PDF_ACTIVE'; readonly what: ActiveContent }
  /** More is packed into it than this looks through, or in a way that it does not know. */
  | { readonly code: 'PDF_TOO_COMPLEX' };
export type ActiveContent = 'SCRIPT' | 'PROGRAM' | 'FILE' | 'FORM';

/** Names that make a PDF act (ISO 32000-1, 7.11.4 and 12.6.4). `/JS` alone does nothing without `/JavaScript`. */
const ACTIVE: readonly (readonly [name: string, what: ActiveContent])[] = [
  ['JavaScript', 'SCRIPT'],
  ['Launch', 'PROGRAM'],
  ['EmbeddedFile', 'FILE'],
  ['EmbeddedFiles', 'FILE'],
  ['RichMedia', 'FILE'],
  ['XFA', 'FORM'],
  ['SubmitForm', 'FORM'],
  ['ImportData', 'FORM'],
];

const TAIL_BYTES = 2048;
const MOST_STREAMS = 2000;
const MOST_UNPACKED = 32 * 1024 * 1024;

/** Each letter of a name may also be written as `#` and its number. */
const named = (name: string): RegExp => {
  const letters = [...name].map((letter) => {
    const code = letter.charCodeAt(0).toString(16);
    const either = [...code]
      .map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit))
      .join('');
    return `(?:${letter}|#${either})`;
  });
  return new RegExp(`/${letters.join('')}(?![A-Za-z0-9#])`);
};
const oneOf = (names: readonly string[]): RegExp => new RegExp(names.map((name) => named(name).source).join('|'));

const PATTERNS = ACTIVE.map(([name, what]) => ({ pattern: named(name), what }));
const ENCRYPT = named('Encrypt');
/** Known by its type, or by the offset that only such a stream has as a plain number. */
const OBJECT_STREAM = new RegExp(`${named('ObjStm').source}|${named('First').source}\\s+\\d+(?!\\d|\\s+\\d+\\s+R)`);
/** What would stand between the unpacked bytes and the objects. */
const FURTHER_PACKED = oneOf(['Predictor', 'ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode', 'Crypt']);
/** A type that stands elsewhere: no program writes that, and it would hide what a stream is. */
const HIDDEN_TYPE = new RegExp(`${named('Type').source}\\s+\\d+\\s+\\d+\\s+R`);
const STREAM = /(?<!end)stream\r?\n/g;

const unpack = promisify(inflate) as (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

/** The first reason to refuse it; undefined where it may be kept. */
export async function pdfProblem(bytes: Buffer): Promise<PdfProblem | undefined> {
  const text = bytes.toString('latin1');
  if (!text.slice(-TAIL_BYTES).includes('%%EOF')) return { code: 'PDF_CUT_OFF' };
  if (ENCRYPT.test(text)) return { code: 'PDF_LOCKED' };
  const active = activeIn(text);
  if (active) return active;
  return problemInside(bytes, text);
}

function activeIn(text: string): PdfProblem | undefined {
  const found = PATTERNS.find(({ pattern }) => pattern.test(text));
  return found && { code: 'PDF_ACTIVE', what: found.what };
}

/** Objects may be packed together in streams, where the text around does not show them. */
async function problemInside(bytes: Buffer, text: string): Promise<PdfProblem | undefined> {
  if (HIDDEN_TYPE.test(text)) return { code: 'PDF_TOO_COMPLEX' };
  let room = MOST_UNPACKED;
  let streams = 0;
  let last = 0;
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    // All since the stream before: no text in between can cut short what says what this one is.
    const head = text.slice(last, index);
    last = index + word.length;
    if (!OBJECT_STREAM.test(head)) continue;
    const inside = ++streams > MOST_STREAMS ? undefined : await objectsOf(head, bytes.subarray(last), room);
    if (inside === undefined) return { code: 'PDF_TOO_COMPLEX' };
    room -= inside.length;
    const active = activeIn(inside);
    if (active) return active;
  }
  return undefined;
}

/** The text of an object stream; undefined where it is larger than `room`, or packed otherwise than everybody packs. */
async function objectsOf(head: string, packed: Buffer, room: number): Promise<string | undefined> {
  if (FURTHER_PACKED.test(head)) return undefined;
  try {
    return (await unpack(packed, { maxOutputLength: Math.max(room, 1) })).toString('latin1');
  } catch {
    return undefined;
  }
}
