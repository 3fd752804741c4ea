// The words of a Word document, all of them: body, head and foot, notes, comments, what its links lead to, and what its
// properties say; and its pictures.
import { strFromU8, unzipSync } from 'fflate';

export interface ReadDocument {
  readonly text: string;
  readonly pictures: readonly Buffer[];
}

const MEGABYTE = 1024 * 1024;
const MOST_UNPACKED = 64 * MEGABYTE;
const MOST_PARTS = 300;
const BODY = 'word/document.xml';
const WORDS = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/;
const LINKS = /^word\/_rels\/[^/]+\.rels$/;
const PROPERTIES = /^docProps\/(?:core|app|custom)\.xml$/;
const PICTURES = /^word\/media\/[^/]+$/;
const WANTED = [WORDS, LINKS, PROPERTIES, PICTURES];

/** Undefined where it is no such document, is damaged, or unpacks to more than anybody writes. */
export function readDocument(bytes: Uint8Array): ReadDocument | undefined {
  let room = MOST_UNPACKED;
  let parts = 0;
  let tooMuch = false;
  const take = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!WANTED.some((pattern) => pattern.test(name))) return false;
    room -= originalSize;
    parts += 1;
    tooMuch ||= room < 0 || parts > MOST_PARTS;
    return !tooMuch;
  };
  try {
    const files = Object.entries(unzipSync(bytes, { filter: take }));
    if (tooMuch || !files.some(([name]) => name === BODY)) return undefined;
    const of = (pattern: RegExp) => files.filter(([name]) => pattern.test(name)).map(([, content]) => content);
    const lines = [
      ...of(WORDS).map((xml) => wordsOf(strFromU8(xml))),
      ...of(LINKS).flatMap((xml) => linksOf(strFromU8(xml))),
      ...of(PROPERTIES).flatMap((xml) => propertiesOf(strFromU8(xml))),
    ];
    const text = lines.filter((line) => line.trim() !== '').join('\n');
    return { text, pictures: of(PICTURES).map((content) => Buffer.from(content)) };
  } catch {
    return undefined;
  }
}

/** Runs of one paragraph belong together: a name may be cut anywhere between them. What was taken out with changes tracked is still in the file. */
const wordsOf = (xml: string): string =>
  plain(
    xml
      .replace(/<w:p[ >/]/g, (start) => `\n${start}`)
      .replace(/<w:(?:br|cr)\b[^>]*>/g, '\n')
      .replace(/<w:tab\b[^>]*>/g, '\t')
      .replace(/<w:instrText\b[^>]*>/g, '\n'),
  )
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');

const linksOf = (xml: string): string[] =>
  [...xml.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([tag]) => {
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
    return target && /\bTargetMode="External"/.test(tag) ? [unescaped(target).replace(/^mailto:/i, '')] : [];
  });

const PROPERTY =
  /<(?:dc:title|dc:subject|dc:creator|dc:description|cp:keywords|cp:lastModifiedBy|cp:category|Manager|vt:lpwstr)>([^<]*)</g;
const propertiesOf = (xml: string): string[] => [...xml.matchAll(PROPERTY)].map(([, words = '']) => unescaped(words));

const plain = (xml: string): string => unescaped(xml.replace(/<[^>]*>/g, ''));

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
