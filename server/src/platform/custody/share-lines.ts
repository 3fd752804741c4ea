// A share on paper: numbered lines, each with a checksum of its own, so that a slip is found where it was made.
import { createHash } from 'node:crypto';
import { BackupRefused } from '../backup/refused.js';
import { fromBase32, grouped, plain, toBase32 } from './base32.js';
import type { Share } from './shamir.js';

/** One share, and which export it belongs to. */
export interface SheetShare extends Share {
  /** Eight characters that all shares of one export have in common, and no other has. */
  readonly generation: string;
  readonly threshold: number;
  readonly shares: number;
}

const FORMAT = 1;
const GENERATION_BYTES = 5;
/** Format, generation, threshold, shares, index, length. */
const HEAD_BYTES = GENERATION_BYTES + 6;
const CHECK_BYTES = 4;
const LINE_BYTES = 15;
const LINE_CHECK = 4;

export const generationOf = (random: Buffer): string => toBase32(random.subarray(0, GENERATION_BYTES));
export { GENERATION_BYTES };

/** `01  ABCD EFGH …  K4TN`: number, text, checksum. */
export function toLines({ generation, threshold, shares, index, bytes }: SheetShare): string[] {
  const head = Buffer.concat([
    Buffer.of(FORMAT),
    fromBase32(generation) ?? Buffer.alloc(GENERATION_BYTES),
    Buffer.of(threshold, shares, index, bytes.length >> 8, bytes.length & 0xff),
  ]);
  const body = Buffer.concat([head, bytes]);
  const whole = Buffer.concat([body, digest(body).subarray(0, CHECK_BYTES)]);
  return Array.from({ length: Math.ceil(whole.length / LINE_BYTES) }, (_, at) => {
    const text = toBase32(whole.subarray(at * LINE_BYTES, (at + 1) * LINE_BYTES));
    return `${String(at + 1).padStart(2, '0')}  ${grouped(text)}  ${checkOf(at + 1, text)}`;
  });
}

/** One typed line; `undefined` where its checksum says that a character is wrong. */
export function readLine(line: string): { readonly number: number; readonly bytes: Buffer } | undefined {
  const [, digits = '', rest = ''] = /^\s*(\d{1,2})[\s:.)]+(.+)$/u.exec(line) ?? [];
  const text = plain(rest);
  const number = Number(digits);
  const bytes = fromBase32(text.slice(0, -LINE_CHECK));
  if (!bytes || text.slice(-LINE_CHECK) !== checkOf(number, text.slice(0, -LINE_CHECK))) return undefined;
  return { number, bytes };
}

/** How many lines the sheet has, once its first is known. */
export const lineCount = (firstLine: Buffer): number =>
  Math.ceil((HEAD_BYTES + firstLine.readUInt16BE(HEAD_BYTES - 2) + CHECK_BYTES) / LINE_BYTES);

/** Puts the lines of a sheet together. Throws `BackupRefused`, naming the line, for anything but a whole sheet. */
export function readSheet(text: string, name: string): SheetShare {
  const found = new Map<number, Buffer>();
  for (const line of linesOf(text)) {
    const read = readLine(line);
    const number = Number(/^\s*(\d{1,2})/.exec(line)?.[1] ?? 0);
    if (!read) throw damagedLine(name, number);
    if (found.get(number)?.equals(read.bytes) === false) throw foreignLine(name, number);
    found.set(number, read.bytes);
  }
  const first = found.get(1);
  if (!first || first.length < LINE_BYTES) throw missingLine(name, 1);
  if (first[0] !== FORMAT) throw notOurs(name);
  const expected = lineCount(first);
  for (let number = 1; number <= expected; number += 1) if (!found.has(number)) throw missingLine(name, number);
  const whole = Buffer.concat(Array.from({ length: expected }, (_, at) => found.get(at + 1) ?? Buffer.alloc(0)));
  const body = whole.subarray(0, -CHECK_BYTES);
  if (!digest(body).subarray(0, CHECK_BYTES).equals(whole.subarray(-CHECK_BYTES))) throw mixedLines(name);
  const [threshold = 0, shares = 0, index = 0] = body.subarray(1 + GENERATION_BYTES);
  const generation = toBase32(body.subarray(1, 1 + GENERATION_BYTES));
  return { generation, threshold, shares, index, bytes: Buffer.from(body.subarray(HEAD_BYTES)) };
}

/** The numbered lines of a typed text, or of a sheet as a browser shows it. */
function linesOf(text: string): string[] {
  const printed = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(text)?.[1] ?? text;
  return printed.split(/\r?\n/).filter((line) => /^\s*\d{1,2}[\s:.)]+\S/u.test(line));
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update('tongxing key share').update(bytes).digest();

const checkOf = (number: number, text: string): string =>
  toBase32(createHash('sha256').update(`tongxing key share line ${number} ${text}`).digest()).slice(0, LINE_CHECK);

const damagedLine = (name: string, number: number) =>
  new BackupRefused(
    `${name}：第 ${number} 行有字抄错了或看不清，请对照纸上再看一遍。Line ${number} has a wrong character: compare it with the paper.`,
  );
const missingLine = (name: string, number: number) =>
  new BackupRefused(`${name}：缺第 ${number} 行。Line ${number} is missing.`);
const foreignLine = (name: string, number: number) =>
  new BackupRefused(
    `${name}：有两个不同的第 ${number} 行，请一份一份地输入。Two different lines ${number}: one sheet in one file.`,
  );
const mixedLines = (name: string) =>
  new BackupRefused(
    `${name}：各行都对，但不是同一份上的。Each line is right, but they are not of one sheet: was one taken from another?`,
  );
const notOurs = (name: string) =>
  new BackupRefused(`${name} 不是这一版能读的分片。This is no key share that this version can read.`);
