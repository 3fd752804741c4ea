// Reads the words of a PDF as any reader does: each font's own table says which sign a glyph is, each page's stream where
// it stands. Enough for the documents that the platform draws.
import { inflateSync } from 'node:zlib';

interface Piece {
  readonly y: number;
  readonly text: string;
}

/** The text of each page without its foot, line by line. */
export function pdfText(bytes: Buffer): string {
  const objects = objectsOf(bytes);
  const fonts = new Map([...objects].flatMap(([id, { head }]) => fontOf(id, head, objects)));
  const lines: string[] = [];
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b/.test(head)) continue;
    const content = /\/Contents (\d+) 0 R/.exec(head)?.[1];
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(head)?.[1] ?? '')?.head ?? '';
    const stream = objects.get(content ?? '')?.stream?.toString('latin1') ?? '';
    const named = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fonts.get(id)]),
    );
    lines.push(...linesOf(stream, named));
  }
  return lines.join('\n');
}

/** The signs between two lines that stand alone; undefined where they do not both. */
export function textBetween(text: string, begin: string, end: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const from = lines.indexOf(begin);
  const to = lines.indexOf(end);
  if (from === -1 || to < from) return undefined;
  const written = lines.slice(from + 1, to).join('\n');
  // A sign that the font lacks stands by its number.
  return written.replace(/〔U\+([0-9A-F]+)〕/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | undefined;
}

function objectsOf(bytes: Buffer): ReadonlyMap<string, PdfObject> {
  const raw = bytes.toString('latin1');
  const found = new Map<string, PdfObject>();
  for (const { 1: id = '', index } of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const end = raw.indexOf('endobj', index);
    const begin = raw.indexOf('stream\n', index);
    const streams = begin !== -1 && begin < end;
    const head = raw.slice(index, streams ? begin : end);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const body = streams ? bytes.subarray(begin + 7, begin + 7 + length) : undefined;
    found.set(id, { head, stream: body && (head.includes('/FlateDecode') ? inflateSync(body) : body) });
  }
  return found;
}

type Glyphs = ReadonlyMap<string, string>;

function fontOf(id: string, head: string, objects: ReadonlyMap<string, PdfObject>): [string, Glyphs][] {
  const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
  const cmap = table === undefined ? undefined : objects.get(table)?.stream?.toString('latin1');
  return cmap === undefined ? [] : [[id, glyphsOf(cmap)]];
}

function glyphsOf(cmap: string): Glyphs {
  const glyphs = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const signs = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => utf16(hex.replaceAll(' ', '')));
    signs.forEach((sign, at) => glyphs.set(hex4(parseInt(first, 16) + at), sign));
  }
  return glyphs;
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');
const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
/** Lines below stand in the foot of the page. */
const FOOT = 50;

function linesOf(stream: string, fonts: ReadonlyMap<string, Glyphs | undefined>): string[] {
  const pieces: Piece[] = [];
  let y = 0;
  let font: Glyphs | undefined;
  for (const line of stream.split('\n')) {
    const placed = /^1 0 0 1 [\d.-]+ ([\d.-]+) Tm$/.exec(line);
    if (placed) y = Number(placed[1]);
    const chosen = /^\/(F\d+) [\d.]+ Tf$/.exec(line);
    if (chosen) font = fonts.get(chosen[1] ?? '');
    if (!line.endsWith('TJ')) continue;
    const hex = [...line.matchAll(/<([0-9a-f]*)>/gi)].map(([, glyphs = '']) => glyphs).join('');
    const text = (hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph.toLowerCase()) ?? '').join('');
    if (y >= FOOT) pieces.push({ y, text });
  }
  const lines: { readonly y: number; text: string }[] = [];
  for (const { y: at, text } of pieces) {
    const last = lines.at(-1);
    if (last?.y === at) last.text += text;
    else lines.push({ y: at, text });
  }
  return lines.map(({ text }) => text);
}
