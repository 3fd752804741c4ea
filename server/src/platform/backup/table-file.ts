// A table in a file: one row a line, packed; read and written bit by bit, however long it is.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { RowSum, type Cells } from './cells.js';
import type { TableEntry } from './manifest.js';
import { BackupRefused } from './refused.js';
import type { TableShape } from './snapshot.js';

const OWNER_ONLY = 0o600;
/** Sealed texts hardly get smaller; more effort only takes longer. */
const LEVEL = 1;
const CHUNK = 65_536;

/** Writes the rows, and returns what the manifest says of them. */
export async function writeTable(
  file: string,
  path: string,
  table: TableShape,
  rows: AsyncIterable<Cells>,
): Promise<TableEntry> {
  const sum = new RowSum();
  const hash = createHash('sha256');
  await pipeline(
    Readable.from(chunks(rows, sum)),
    createGzip({ level: LEVEL }),
    hashing(hash),
    createWriteStream(file, { mode: OWNER_ONLY, flags: 'wx', flush: true }),
  );
  return { ...table, rows: sum.rows, checksum: sum.checksum, path, sha256: hash.digest('hex') };
}

async function* chunks(rows: AsyncIterable<Cells>, sum: RowSum): AsyncGenerator<string> {
  let text = '';
  for await (const cells of rows) {
    const line = JSON.stringify(cells);
    sum.add(line);
    text += `${line}\n`;
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  if (text) yield text;
}

/** The rows of a table's file. Throws `BackupRefused` at the end where they are not what the manifest says. */
export async function* readTable(file: string, entry: TableEntry): AsyncGenerator<Cells> {
  const sum = new RowSum();
  const hash = createHash('sha256');
  const out = new PassThrough();
  const reading = pipeline(createReadStream(file), hashing(hash), createGunzip(), out);
  // Awaited below; without this a failure in between would count as nobody's.
  reading.catch((error: unknown) => out.destroy(error as Error));
  try {
    for await (const line of createInterface({ input: out, crlfDelay: Infinity })) {
      sum.add(line);
      yield JSON.parse(line) as Cells;
    }
    await reading;
  } catch (error) {
    throw changed(entry.path, error);
  }
  const same = hash.digest('hex') === entry.sha256 && sum.rows === entry.rows && sum.checksum === entry.checksum;
  if (!same) throw changed(entry.path);
}

/** A checksum over rows as a database holds them. */
export async function sumOf(rows: AsyncIterable<Cells>): Promise<RowSum> {
  const sum = new RowSum();
  for await (const cells of rows) sum.add(JSON.stringify(cells));
  return sum;
}

export const changed = (path: string, cause?: unknown): BackupRefused =>
  new BackupRefused(
    `${path} 与清单不符。This file is not what the manifest says: it was changed, cut off or damaged.`,
    { cause },
  );

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}
