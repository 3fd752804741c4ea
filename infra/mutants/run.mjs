// @ts-check
// `npm run mutants matching`: tells the solver each small lie, one at a time, and lists those that no test notices.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findMutants } from './find.mjs';
import { SUBJECTS } from './subjects.mjs';
import { Told } from './told.mjs';
import { Workshop } from './workshop.mjs';

/** @typedef {import('./find.mjs').Mutant} Mutant */
/** @typedef {{ file: string, from: string, to: string, why: string }} Explained */

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache', 'mutants');
/** A test that ends takes no longer with a lie than this many times what it took without, and a little. */
const AT_LEAST_MS = 3_000;
const TIMES = 4;

const { values, positionals } = parseArgs({
  options: { workers: { type: 'string', default: '2' }, only: { type: 'string' } },
  allowPositionals: true,
});
process.exitCode = await main(positionals[0] ?? '');

/** @param {string} name */
async function main(name) {
  const subject = SUBJECTS[name];
  if (!subject) {
    console.error(`Which subject? npm run mutants NAME, one of: ${Object.keys(SUBJECTS).join(', ')}`);
    return 2;
  }
  const files = subject.folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !subject.except.includes(file))
    .filter((file) => !values.only || file.includes(values.only));
  const mutants = await findMutants(root, files);
  console.log(`${mutants.length} mutants in ${files.length} files.`);

  const shops = Array.from(
    { length: Number(values.workers) },
    (_, at) => new Workshop(root, join(cache, `${name}-${at}`), subject.tests),
  );
  /** @type {Map<string, number>} */
  const usual = new Map();
  const truth = await shops[0]?.run(
    () => 5 * 60_000,
    (test, ms) => usual.set(test, ms),
  );
  if (truth) {
    console.error(`The unchanged code does not pass: ${JSON.stringify(truth)}`);
    return 1;
  }
  const sum = [...usual.values()].reduce((all, ms) => all + ms, 0);
  console.log(`Unchanged, the tests take ${(sum / 1000).toFixed(1)} s.`);
  const patience = (/** @type {string} */ test) => AT_LEAST_MS + TIMES * (usual.get(test) ?? sum);

  const known = new Told(
    join(cache, `${name}.told.jsonl`),
    files.map((file) => join(root, file)),
    subject.tests.map((file) => join(root, file)),
  );
  const told = mutants.flatMap((mutant) => {
    const verdict = known.verdicts.get(mutant.id);
    return verdict === undefined ? [] : [{ mutant, verdict }];
  });
  const waiting = mutants.filter((mutant) => !known.verdicts.has(mutant.id));
  if (told.length > 0) console.log(`${told.length} need no telling again: the code is what it was.`);
  await Promise.all(
    shops.map(async (shop) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const verdict = await tellOne(shop, mutant, patience);
        known.keep(mutant.id, verdict);
        told.push({ mutant, verdict });
        if (told.length % 50 === 0) console.log(`${told.length} of ${mutants.length}`);
      }
    }),
  );
  return report(name, told);
}

/** @param {Workshop} shop @param {Mutant} mutant @param {(test: string) => number} patience */
async function tellOne(shop, mutant, patience) {
  try {
    shop.put(mutant.file, mutant.source);
  } catch (failure) {
    return { test: 'the compiler', why: String(failure) };
  }
  const verdict = await shop.run(patience);
  shop.put(mutant.file);
  return verdict;
}

/** @param {string} name @param {{ mutant: Mutant, verdict: import('./workshop.mjs').Verdict }[]} told */
function report(name, told) {
  const list = join(import.meta.dirname, `${name}.explained.json`);
  /** @type {Explained[]} */
  const explained = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  const whyOf = (/** @type {Mutant} */ { file, from, to }) =>
    explained.find((one) => one.file === file && one.from === from && one.to === to)?.why;
  const survivors = told
    .filter(({ verdict }) => verdict === null)
    .map(({ mutant: { source: _, ...mutant } }) => ({ ...mutant, why: whyOf({ ...mutant, source: '' }) ?? null }))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, `${name}.json`), `${JSON.stringify(survivors, null, 2)}\n`);
  const open = survivors.filter(({ why }) => why === null);
  for (const { file, line, from, to } of open) {
    console.log(`survived  ${file}:${line}\n  - ${oneLine(from)}\n  + ${oneLine(to)}`);
  }
  const late = told.filter(({ verdict }) => verdict === 'LATE').length;
  const killed = told.length - survivors.length;
  console.log(`\n${told.length} mutants: ${killed} killed (${late} by their time), ${survivors.length} survived,`);
  console.log(`${survivors.length - open.length} of them explained in infra/mutants/${name}.explained.json.`);
  return open.length > 0 ? 1 : 0;
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ').slice(0, 160);
}
