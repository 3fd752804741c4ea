// @ts-check
// RELEASE: how much of what tells who a child is the release check finds, and how much of what it marks is worth a look.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from './lib/built.mjs';
import { addCrowd, drawing } from './lib/name-crowd.mjs';

export const name = 'RELEASE';
export const title =
  'The release check over 500 sentences with planted identifiers, names among thousands in the database';
export const target = 'recall ≥ 99 % of structured identifiers, ≥ 95 % of names in the database';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const CROWD = 4_000;
const SEED = 20261123;
/** @type {Readonly<Record<string, string>>} */
const KINDS = {
  ...{ P: 'PHONE', I: 'ID_NUMBER', A: 'ACCOUNT', E: 'EMAIL', U: 'URL' },
  ...{ D: 'ADDRESS', S: 'SCHOOL', N: 'NAME', C: 'OTHER_CHILD', W: 'WORDING' },
};
const STRUCTURED = ['PHONE', 'ID_NUMBER', 'ACCOUNT', 'EMAIL', 'URL'];
const NAMES = ['NAME', 'OTHER_CHILD'];

/** @typedef {{ kind: string, from: number, to: number }} Span */
/** @typedef {{ text: string, planted: Span[] }} Sentence */
/** @typedef {{ planted: number, found: number, marked: number, right: number }} Count */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ databaseUrl, dataDir, root, log }) {
  await import('reflect-metadata');
  const { sentences, children, adults } = readCorpus();
  const parts = {
    ...(await built(root, 'people/index.js')),
    ...(await built(root, 'platform/database/index.js')),
  };
  const { ReleaseChecks } = await built(root, 'progress/index.js');
  const { createApp } = await built(root, 'create-app.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { FixedClock } = await built(root, 'platform/clock/index.js');
  const { addAgency, addChildRecord, addPerson } = await built(root, 'testing/staff.js');
  const settings = { NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: 'false', WORKERS: '0' };
  const config = readConfig({ ...settings, LOG_LEVEL: 'silent', ALLOW_LIST: 'false' });
  const app = await createApp(config, new FixedClock('2026-11-23T02:00:00.000Z'));
  try {
    const agencyId = await addAgency(app, 'release');
    for (const person of children) {
      await addChildRecord(app, agencyId, await addPerson(app, agencyId, { name: person, roles: [] }));
    }
    for (const person of adults) await addPerson(app, agencyId, { name: person, roles: [] });
    await addCrowd({ app, parts, agencyId, from: 0, to: CROWD, children: CROWD / 2, draw: drawing(SEED), log });
    const checks = app.get(ReleaseChecks);
    const counts = new Map(Object.values(KINDS).map((kind) => [kind, empty()]));
    const started = performance.now();
    for (const sentence of sentences) {
      const found = /** @type {Span[]} */ (await checks.of({ agencyId, child: undefined }, sentence.text));
      count(counts, sentence, found, log);
    }
    log(`${sentences.length} sentences, ${Math.round((performance.now() - started) / sentences.length)} ms each`);
    return resultsOf(counts, sentences.length);
  } finally {
    await app.close();
  }
}

/** @param {ReadonlyMap<string, Count>} counts @param {number} sentences */
function resultsOf(counts, sentences) {
  const kinds = [...counts].flatMap(([kind, one]) => {
    const goal = STRUCTURED.includes(kind) ? 99 : 95;
    return [
      percent(`${kind}: recall of ${one.planted}`, one.found, one.planted, goal),
      percent(`${kind}: precision of ${one.marked}`, one.right, one.marked, 90),
    ];
  });
  const sum = (/** @type {readonly string[]} */ some, /** @type {keyof Count} */ what) =>
    some.reduce((total, kind) => total + (counts.get(kind)?.[what] ?? 0), 0);
  return [
    { part: 'sentences', value: sentences, unit: 'sentences', target: '500', holds: sentences === 500 },
    percent('all structured identifiers: recall', sum(STRUCTURED, 'found'), sum(STRUCTURED, 'planted'), 99),
    percent('all names of people in the database: recall', sum(NAMES, 'found'), sum(NAMES, 'planted'), 95),
    ...kinds,
  ];
}

/** @param {string} part @param {number} some @param {number} all @param {number} goal */
function percent(part, some, all, goal) {
  const value = all === 0 ? 0 : Math.round((some / all) * 1_000) / 10;
  return { part, value, unit: '%', target: `≥ ${goal}`, holds: value >= goal };
}

/** @param {Map<string, Count>} counts @param {Sentence} sentence @param {readonly Span[]} found @param {(text: string) => void} log */
function count(counts, { text, planted }, found, log) {
  for (const span of planted) {
    const one = counts.get(span.kind) ?? empty();
    one.planted += 1;
    const same = NAMES.includes(span.kind) ? NAMES : [span.kind];
    const seen = found.some((mark) => same.includes(mark.kind) && shared(mark, span) * 2 >= span.to - span.from);
    if (seen) one.found += 1;
    else log(`not found: ${span.kind} ${text.slice(span.from, span.to)} in ${text}`);
  }
  for (const mark of found) {
    const one = counts.get(mark.kind) ?? empty();
    one.marked += 1;
    if (planted.some((span) => shared(mark, span) > 0)) one.right += 1;
    else log(`marked for nothing: ${mark.kind} ${text.slice(mark.from, mark.to)} in ${text}`);
  }
}

/** @returns {Count} */
const empty = () => ({ planted: 0, found: 0, marked: 0, right: 0 });

/** Characters that two spans have in common. @param {Span} a @param {Span} b */
const shared = (a, b) => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** @returns {{ sentences: Sentence[], children: string[], adults: string[] }} */
function readCorpus() {
  const lines = readFileSync(join(import.meta.dirname, 'release-check', 'corpus.txt'), 'utf8').split('\n');
  const people = (/** @type {string} */ heading) => {
    const line = lines.find((one) => one.startsWith(`# ${heading}: `)) ?? '';
    // Latin names have a space within; of Chinese ones each stands alone.
    return line.slice(heading.length + 4).match(/[A-Za-z]+ [A-Za-z]+|\S+/g) ?? [];
  };
  const sentences = lines.filter((line) => line !== '' && !line.startsWith('#')).map(sentenceOf);
  return { sentences, children: people('children'), adults: people('adults') };
}

/** `{P:…}` is planted; the rest is as it stands. @param {string} line @returns {Sentence} */
function sentenceOf(line) {
  let text = '';
  let at = 0;
  /** @type {Span[]} */
  const planted = [];
  for (const match of line.matchAll(/\{([A-Z]):([^}]*)\}/g)) {
    const [whole, letter = '', words = ''] = match;
    text += line.slice(at, match.index);
    planted.push({ kind: KINDS[letter] ?? letter, from: text.length, to: text.length + words.length });
    text += words;
    at = match.index + whole.length;
  }
  return { text: text + line.slice(at), planted };
}
