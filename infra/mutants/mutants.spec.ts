// A lie in the code is noticed by its tests, one that nothing looks at survives, and one that never ends is stopped.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMutants } from './find.mjs';
import { Told } from './told.mjs';
import { Workshop } from './workshop.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const CODE = 'shared/src/sum.ts';
const SOURCE = `export function sum(upTo: number): number {
  let total = 0;
  for (let at = 1; at <= upTo; at++) total += at;
  return upTo > 1000 ? total + 0 : total;
}
`;
const TEST = `import { sum } from './sum.js';
describe('the sum', () => {
  it('adds', () => {
    expect(sum(4)).toBe(10);
  });
});
`;

let root: string;
let shop: Workshop;
beforeAll(() => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  root = mkdtempSync(join(ROOT, '.cache', 'mutants-spec-'));
  mkdirSync(join(root, 'shared', 'src'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'shared', 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, CODE), SOURCE);
  writeFileSync(join(root, 'shared/src/sum.spec.ts'), TEST);
  shop = new Workshop(root, join(root, 'shop'), ['shared/src/sum.spec.ts']);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PATIENCE_MS = 25_000;
const told = async (from: string, to: string, patienceMs = PATIENCE_MS) => {
  const mutants = await findMutants(root, [CODE]);
  const mutant = mutants.find((one) => one.from === from && one.to === to);
  if (!mutant) throw new Error(`no mutant puts ${to} for ${from}: ${mutants.map((one) => one.to).join(' | ')}`);
  shop.put(CODE, mutant.source);
  return shop.run(() => patienceMs);
};

describe('a run of mutants', () => {
  it('leaves the unchanged code standing', async () => {
    shop.put(CODE);
    expect(await shop.run(() => PATIENCE_MS)).toBeNull();
  });

  it('is noticed by the test that looks', async () => {
    expect(await told('total += at', 'total -= at')).toMatchObject({ test: 'the sum › adds' });
  });

  it('survives where no test looks', async () => {
    expect(await told('total + 0', 'total - 0')).toBeNull();
  });

  it('is stopped where it never ends', async () => {
    expect(await told('at++', 'at--', 1_000)).toBe('LATE');
  });
});

describe('what was found out before', () => {
  const spec = 'shared/src/sum.spec.ts';
  const kept = () => new Told(join(root, 'told.jsonl'), [join(root, CODE)], [join(root, spec)]);

  it('is known to the next run; what survived is tried again with other tests, everything with other code', () => {
    kept().keep('1', null);
    kept().keep('2', 'LATE');
    expect([...kept().verdicts]).toEqual([
      ['1', null],
      ['2', 'LATE'],
    ]);
    writeFileSync(join(root, spec), `${TEST}\n`);
    expect([...kept().verdicts]).toEqual([['2', 'LATE']]);
    kept().keep('1', { test: 'the sum › adds', why: 'it does not' });
    expect(kept().verdicts.size).toBe(2);
    writeFileSync(join(root, CODE), `${SOURCE}\n`);
    expect(kept().verdicts.size).toBe(0);
  });
});
