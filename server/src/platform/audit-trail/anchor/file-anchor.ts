// The anchor as files that only ever grow: one an agency and month, each line sealed and tied to the one before.
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NO_LINE, readLine, sealLine, writeLine, type AnchorEntry, type AnchorLine, type Seal } from './anchor-line.js';
import { AnchorTarget, type AnchorText } from './anchor-target.js';
import { withFileLock } from './file-lock.js';

const ENDING = '.anchor.jsonl';
const OWNER_ONLY = 0o600;
/** More than the longest line: enough to find the last whole one. */
const TAIL_BYTES = 4096;

interface Tail {
  readonly last: AnchorLine | undefined;
  /** The file ends in the middle of a line: a crash cut it off. */
  readonly torn: boolean;
}

export class FileAnchor extends AnchorTarget {
  constructor(
    private readonly folder: string,
    private readonly seal: Seal,
  ) {
    super();
  }

  async append(
    agencyId: string,
    decide: (last: AnchorLine | undefined) => AnchorEntry | undefined,
  ): Promise<AnchorLine | undefined> {
    await mkdir(this.folder, { recursive: true });
    // Several processes of one machine write here: server, workers, commands.
    return withFileLock(join(this.folder, '.lock'), async () => {
      const { last, torn } = await this.#tail(agencyId);
      const entry = decide(last);
      if (!entry) return undefined;
      const marked = torn ? { ...entry, torn } : entry;
      const line = sealLine(agencyId, marked, last?.mac ?? NO_LINE, this.seal);
      await appendDurably(this.#path(agencyId, entry.at.slice(0, 7)), `${torn ? '\n' : ''}${writeLine(line)}\n`);
      return line;
    });
  }

  async last(agencyId: string): Promise<AnchorLine | undefined> {
    return (await this.#tail(agencyId)).last;
  }

  async *read(agencyId: string, sinceMonth = ''): AsyncIterable<AnchorText> {
    for (const file of await this.#filesOf(agencyId)) {
      if (monthOf(file) < sinceMonth) continue;
      const lines = createInterface({ input: createReadStream(join(this.folder, file)), crlfDelay: Infinity });
      let number = 0;
      for await (const text of lines) {
        number += 1;
        const line = readLine(text);
        yield { file, number, line: line?.agencyId === agencyId ? line : undefined };
      }
    }
  }

  async agencies(): Promise<readonly string[]> {
    return [...new Set((await this.#files()).map((file) => file.slice(0, file.indexOf('.'))))];
  }

  async #tail(agencyId: string): Promise<Tail> {
    for (const file of (await this.#filesOf(agencyId)).reverse()) {
      const tail = await tailOf(join(this.folder, file));
      if (tail.last || tail.torn) return tail;
    }
    return { last: undefined, torn: false };
  }

  async #filesOf(agencyId: string): Promise<string[]> {
    return (await this.#files()).filter((file) => file.startsWith(`${agencyId}.`));
  }

  async #files(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => name.endsWith(ENDING)).sort();
  }

  #path(agencyId: string, month: string): string {
    if (!/^[\w-]{1,36}$/.test(agencyId)) throw new Error('BUG: an agency id that is no id');
    return join(this.folder, `${agencyId}.${month}${ENDING}`);
  }
}

const monthOf = (file: string): string => file.slice(file.indexOf('.') + 1, -ENDING.length);

async function appendDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', OWNER_ONLY);
  try {
    await file.write(text);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function tailOf(path: string): Promise<Tail> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    await file.read(bytes, 0, bytes.length, size - bytes.length);
    const texts = bytes.toString('utf8').split('\n');
    const torn = texts.pop() !== '';
    return { last: texts.flatMap((text) => readLine(text) ?? []).at(-1), torn };
  } finally {
    await file.close();
  }
}
