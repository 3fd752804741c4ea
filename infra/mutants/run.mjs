// @ts-check
// `npm run mutants matching`: tells the solver each small lie, one at a time, and lists those that no test notices.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findMutants } from './find.mjs';
import { SUBJECTS } from './subjects.mjs';
import { Workshop } from './workshop.mjs';

/** @typedef {import('./find.mjs').Mutant} Mutant */
/** @typedef {{ file: string, from: string, to: string, why: string }} Explained */

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache', 'mutants');
/** What is told without a lie takes this long at most; a mutant gets three times its own subject's time, and this. */
const AT_LEAST_MS = 5_000;

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
  const begun = performance.now();
  const truth = await shops[0]?.run(10 * 60_000);
  if (truth) {
    console.error(`The unchanged code does not pass: ${JSON.stringify(truth)}`);
    return 1;
  }
  const patience = AT_LEAST_MS + 3 * (performance.now() - begun);
  console.log(`Unchanged, the tests take ${((performance.now() - begun) / 1000).toFixed(1)} s.`);

  /** @type {{ mutant: Mutant, verdict: import('./workshop.mjs').Verdict }[]} */
  const told = [];
  const waiting = [...mutants];
  await Promise.all(
    shops.map(async (shop) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        told.push({ mutant, verdict: await tellOne(shop, mutant, patience) });
        if (told.length % 50 === 0) console.log(`${told.length} of ${mutants.length}`);
      }
    }),
  );
  return report(name, told);
}

/** @param {Workshop} shop @param {Mutant} mutant @param {number} patience */
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
const oneLine = (text) => text.replace(/\s+/g, ' ').slice(0, 160);
