import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { BackupRefused } from '../backup/refused.js';
import { createKey, parseKeyRing } from '../crypto/key-ring.js';
import { fromBase32, plain, toBase32 } from './base32.js';
import { joinSheets } from './join-sheets.js';
import { sheetPage } from './key-sheet.js';
import { ringFromBytes, ringText, ringToBytes } from './ring-secret.js';
import { split } from './shamir.js';
import { GENERATION_BYTES, generationOf, readSheet, toLines, type SheetShare } from './share-lines.js';

const RING = parseKeyRing(`${createKey('k20261122T080000-000')},${createKey('local-1')}`);

function exported(ring = RING, threshold = 3): SheetShare[] {
  const generation = generationOf(randomBytes(GENERATION_BYTES));
  return split(ringToBytes(ring), { shares: 5, threshold, random: randomBytes }).map((share) => ({
    ...share,
    generation,
    threshold,
    shares: 5,
  }));
}
const named = (shares: readonly SheetShare[]) => shares.map((share) => ({ ...share, name: `share ${share.index}` }));
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof BackupRefused) return error.message;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('a typed sheet is refused', () => {
  const [share] = exported() as [SheetShare];
  const lines = toLines(share);
  const withLine = (number: number, line: string) =>
    lines.map((one, at) => (at === number - 1 ? line : one)).join('\n');

  it('where one character of any line is another, and names that line', () => {
    for (const [at, line] of lines.entries()) {
      for (let place = 4; place < line.length; place += 3) {
        if (line[place] === ' ') continue;
        const wrong = `${line.slice(0, place)}${line[place] === 'Z' ? 'Y' : 'Z'}${line.slice(place + 1)}`;
        expect(refusal(() => readSheet(withLine(at + 1, wrong), 'sheet'))).toContain(`Line ${at + 1} `);
      }
    }
  });

  it('where two characters changed places', () => {
    const line = lines[1] ?? '';
    const at = [...line].findIndex(
      (one, place) => place > 3 && /\w/.test(one) && /\w/.test(line[place + 1] ?? '') && one !== line[place + 1],
    );
    const wrong = `${line.slice(0, at)}${line[at + 1] ?? ''}${line[at] ?? ''}${line.slice(at + 2)}`;
    expect(refusal(() => readSheet(withLine(2, wrong), 'sheet'))).toContain('Line 2 ');
  });

  it('where a line is missing, the last one too, or stands under another number', () => {
    for (const missing of [1, 3, lines.length]) {
      const rest = lines.filter((_line, at) => at !== missing - 1).join('\n');
      expect(refusal(() => readSheet(rest, 'sheet'))).toContain(`Line ${missing} is missing`);
    }
    expect(refusal(() => readSheet(withLine(3, (lines[3] ?? '').replace('04', '03')), 'sheet'))).toContain('Line 3 ');
  });

  it('where a right line is of another sheet', () => {
    const foreign = toLines(exported()[1] as SheetShare);
    expect(refusal(() => readSheet(withLine(4, foreign[3] ?? ''), 'sheet'))).toContain('not of one sheet');
    expect(refusal(() => readSheet([...lines, ...foreign].join('\n'), 'sheet'))).toContain('one sheet in one file');
  });

  it('where there is nothing of a sheet', () => {
    for (const text of ['', 'hello', '<pre></pre>']) {
      expect(refusal(() => readSheet(text, 'sheet'))).toContain('Line 1 is missing');
    }
  });
});

describe('sheets are refused', () => {
  const first = exported();
  const second = exported();

  it('where they are too few, with how many are missing', () => {
    expect(refusal(() => joinSheets(named(first.slice(0, 2))))).toContain('2 of 3 shares are here');
    expect(refusal(() => joinSheets([]))).toContain('no share');
  });

  it('of different exports, and the same one twice', () => {
    expect(refusal(() => joinSheets(named([...first.slice(0, 2), ...second.slice(2, 3)])))).toContain(
      'different exports',
    );
    expect(refusal(() => joinSheets(named([...first.slice(0, 2), ...first.slice(1, 2)])))).toContain('twice (no. 2)');
  });

  it('where one was made up, though its checksums are right', () => {
    const [a, b, c] = first as [SheetShare, SheetShare, SheetShare];
    const forged = { ...c, bytes: randomBytes(c.bytes.length) };
    expect(refusal(() => joinSheets(named([a, b, forged])))).toContain('made up');
  });
});

describe('sheets', () => {
  it('give the ring back as it was, names and keys, from what a browser shows', async () => {
    const facts = { owner: '同路 <b>&</b>', on: '2026-11-22', ringKeys: RING.keys.map(({ name }) => name) };
    const pages = await Promise.all(exported().map((share) => sheetPage(share, facts)));
    const read = pages.slice(1, 4).map((page, at) => ({ ...readSheet(page, `page ${at}`), name: `page ${at}` }));
    expect(ringText(joinSheets(read).ring)).toBe(ringText(RING));
    expect(pages[0]).toContain('同路 &lt;b&gt;&amp;&lt;/b&gt;');
    for (const page of pages) for (const { key } of RING.keys) expect(page).not.toContain(key.toString('base64'));
  });

  it('are read as people type: small letters, O for 0, I or L for 1, other groups, points', () => {
    const share = exported()[2] as SheetShare;
    const typed = toLines(share).map((line) =>
      line
        .replace(/^(\d\d)\s+/, '$1. ')
        .replace(/(?<=^\d\d\. .*)0/g, 'o')
        .replace(/(?<=^\d\d\. .*)1/g, 'l')
        .replaceAll('  ', '-')
        .toLowerCase(),
    );
    expect(readSheet(typed.join('\r\n'), 'typed')).toEqual(share);
  });

  it('hold rings of one key and of many', () => {
    for (const amount of [1, 9]) {
      const ring = parseKeyRing(Array.from({ length: amount }, (_, at) => createKey(`钥匙-${at}`)).join(','));
      expect(ringText(joinSheets(named(exported(ring).slice(2))).ring)).toBe(ringText(ring));
    }
  });

  it('noise is no ring', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => ringFromBytes(Buffer.from(bytes)) === undefined),
    );
  });
});

describe('base32', () => {
  it('brings every text of bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase32(toBase32(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('is that of Crockford, and refuses U and ends that are none', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('CSQPYRK1E8');
    expect(plain('cSqp-yrKl e8')).toBe('CSQPYRK1E8');
    expect(fromBase32('CSQPU')).toBeUndefined();
    expect(fromBase32('ZZ')).toBeUndefined();
    expect(fromBase32('0')).toBeUndefined();
  });
});
