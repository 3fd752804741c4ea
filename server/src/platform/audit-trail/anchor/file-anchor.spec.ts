// The anchor by itself, on real files: what it keeps, what a crash leaves, and that nobody can alter it unseen.
import { createHmac } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENESIS, hashOf } from '../chain.js';
import type { ChainSource, StoredLink } from '../verify/chain-source.js';
import { verifyChain } from '../verify/verify-chain.js';
import { FileAnchor } from './file-anchor.js';

const seal = (text: string) => createHmac('sha256', 'a key of the test').update(text).digest('base64url');
const NOW = '2026-12-01T00:00:30.000Z';

let folder: string;
let anchor: FileAnchor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_anchor_'));
  anchor = new FileAnchor(folder, seal);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function chainOf(length: number, word = 'written'): StoredLink[] {
  const links: StoredLink[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const link = {
      agencyId: 'a',
      sequence,
      at: NOW,
      actorKind: 'person',
      actorId: 'p',
      action: `thing.${word}`,
      subjectType: 'Thing',
      subjectId: null,
      facts: '{}',
      previousHash: links.at(-1)?.hash ?? GENESIS,
    };
    links.push({ ...link, hash: hashOf(link) });
  }
  return links;
}

const source = (links: readonly StoredLink[], head: StoredLink | undefined = links.at(-1)): ChainSource => ({
  head: () => Promise.resolve(head),
  after: (_, sequence, limit) => Promise.resolve(links.filter((link) => link.sequence > sequence).slice(0, limit)),
  hashAt: (_, sequence) => Promise.resolve(links.find((link) => link.sequence === sequence)?.hash),
});

const MONTHS = ['2026-10-31T23:59:59.000Z', '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'];
/** Anchors every tenth row, over three months. */
async function anchorTenths(links: readonly StoredLink[]): Promise<void> {
  const tenths = links.filter(({ sequence }) => sequence % 10 === 0);
  for (const [index, { sequence, hash }] of tenths.entries()) {
    const at = MONTHS[Math.floor((index * MONTHS.length) / tenths.length)] ?? NOW;
    await anchor.append('a', () => ({ kind: 'head', sequence, hash, at }));
  }
}
const problems = async (chain: ChainSource, newest?: { rows: number; sinceMonth: string }) =>
  (await verifyChain('a', { chain, anchor, seal, now: NOW, newest })).problems;
const firstFile = () => join(folder, readdirSync(folder).sort()[0] ?? '');

describe('the anchor outside the database', () => {
  it('finds a chain that was cut off, and one written anew with hashes that are right', async () => {
    const links = chainOf(90);
    await anchorTenths(links);
    for (const length of [0, 1, 45, 89]) {
      expect(await problems(source(links.slice(0, length)))).toEqual([{ code: 'ANCHOR', sequence: length + 1 }]);
    }
    expect(await problems(source(chainOf(90, 'invented')))).toEqual([{ code: 'ANCHOR', sequence: 10 }]);
  });

  it('finds rows beyond the stated end, in front of the first, and a head that lies', async () => {
    const links = chainOf(90);
    await anchorTenths(links);
    expect(await problems(source(links, links[79]))).toEqual([{ code: 'HEAD', sequence: 81 }]);
    const [first] = links;
    const before = first ? [{ ...first, sequence: 0 }, ...links] : [];
    expect(await problems(source(before))).toContainEqual({ code: 'LINK', sequence: 1 });
    const last = links.at(-1);
    const lying = last && { ...last, hash: GENESIS };
    expect(await problems(source(links, lying))).toEqual([{ code: 'HEAD', sequence: 91 }]);
  });

  it('finds a line of its own that was changed, taken out, or written by somebody without the key', async () => {
    const links = chainOf(90);
    await anchorTenths(links);
    const whole = readFileSync(firstFile(), 'utf8');
    const lines = whole.trimEnd().split('\n');
    const forged = [
      whole.replace('"sequence":20', '"sequence":21'),
      lines.slice(1).join('\n'),
      [lines[1], lines[0], ...lines.slice(2)].join('\n'),
      whole.replace(/"mac":"..../, '"mac":"AAAA'),
      `${whole}not a line\n`,
    ];
    for (const text of forged) {
      writeFileSync(firstFile(), text.endsWith('\n') ? text : `${text}\n`);
      expect((await problems(source(links))).map(({ code }) => code)).toContain('ANCHOR_FILE');
    }
    rmSync(firstFile());
    expect((await problems(source(links))).map(({ code }) => code)).toContain('ANCHOR_FILE');
  });

  it('finds rows that nobody anchored in time', async () => {
    const links = chainOf(95).map((link) => ({ ...link }));
    await anchorTenths(links);
    const later = { chain: source(links), anchor, seal, now: '2026-12-01T00:02:00.000Z' };
    expect((await verifyChain('a', later)).problems).toEqual([{ code: 'NOT_ANCHORED', sequence: 91 }]);
    expect(await problems(source(links))).toEqual([]);
  });

  it('goes on after a line that a crash cut in half, and says that nothing else is missing', async () => {
    const links = chainOf(90);
    await anchorTenths(links.slice(0, 80));
    const last = readdirSync(folder).sort().at(-1) ?? '';
    appendFileSync(join(folder, last), '{"kind":"head","agencyId":"a","seq');
    const hash = links.at(-1)?.hash ?? '';
    const line = await anchor.append('a', () => ({ kind: 'gap', sequence: 90, hash, from: 81, at: NOW }));
    expect(line?.torn).toBe(true);
    expect(await problems(source(links))).toEqual([]);
    expect(await anchor.last('a')).toMatchObject({ kind: 'gap', sequence: 90 });
  });

  it('takes a restored backup for what it is, and still binds what stands before it', async () => {
    const links = chainOf(90);
    await anchorTenths(links);
    const backup = links.slice(0, 50);
    const { sequence = 0, hash = '' } = backup.at(-1) ?? {};
    await anchor.append('a', () => ({ kind: 'restored', sequence, hash, at: NOW }));
    expect(await problems(source(backup))).toEqual([]);
    expect(await problems(source(backup.slice(0, 49)))).toEqual([{ code: 'ANCHOR', sequence: 50 }]);
    expect(await problems(source(chainOf(50, 'invented')))).toEqual([{ code: 'ANCHOR', sequence: 10 }]);
  });

  it('looks at the newest rows only where a page asks', async () => {
    const links = chainOf(90);
    await anchorTenths(links);
    const newest = { rows: 25, sinceMonth: '2026-12' };
    expect(await problems(source(links), newest)).toEqual([]);
    expect(await problems(source(links.slice(0, 80)), newest)).toEqual([{ code: 'ANCHOR', sequence: 81 }]);
    const edited = links.map((link) => (link.sequence === 70 ? { ...link, facts: '{"a":1}' } : link));
    expect(await problems(source(edited), newest)).toEqual([{ code: 'LINK', sequence: 70 }]);
  });

  it('keeps one line after the other where many write at once', async () => {
    const links = chainOf(40);
    const writeOne = ({ sequence, hash }: StoredLink) =>
      new FileAnchor(folder, seal).append('a', () => ({ kind: 'head', sequence, hash, at: NOW }));
    await Promise.all(links.map(writeOne));
    expect((await problems(source(links))).filter(({ code }) => code === 'ANCHOR_FILE')).toEqual([]);
  });
});
