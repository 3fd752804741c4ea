// No code without words: every action and every kind of thing that the server writes into the audit has words here.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PERMISSIONS } from '@tongxing/shared/permissions';

const SERVER = resolve(import.meta.dirname, '../../../../server/src');
const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/(spec|testing)/.test(file))
  .map((file) => readFileSync(join(SERVER, file), 'utf8'));

// The macros of the words are for the compiler only; the dictionary is read as it is written.
const FILES = [
  'audit-words.ts',
  'account-words.ts',
  'activity-actions.ts',
  'team-actions.ts',
  'learning-words.ts',
  'pair-action-words.ts',
  'subject-words.ts',
];
const dictionary = FILES.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');
const keysOf = (name: string): readonly string[] => {
  const table = new RegExp(`const ${name}[^{]*{([^}]*?)^};`, 'ms').exec(dictionary.replaceAll(/msg\([^)]*\)/g, ''));
  return [...(table?.[1] ?? '').matchAll(/^ {2}'?([A-Za-z.]+)'?:/gm)].map(([, key = '']) => key);
};
const ACTION_NAMES = [
  'ACTIONS',
  'ACCOUNT_WORDS',
  'ACTIVITY_ACTIONS',
  'TEAM_ACTIONS',
  'LEARNING',
  'PAIR_ACTIONS',
].flatMap(keysOf);
const SUBJECT_NAMES = keysOf('SUBJECTS');

/** Codes that stand in a line which writes, or helps to write, an audit row. */
function codes(pattern: RegExp): string[] {
  return sources.flatMap((source) => [...source.matchAll(pattern)].map(([, code = '']) => code));
}

it('every action has words', () => {
  const lines = sources.flatMap((source) => source.split('\n')).filter((line) => /\baction\b|record\(/i.test(line));
  const written = lines.flatMap((line) =>
    [...line.matchAll(/'([a-z][A-Za-z]+\.[a-zA-Z]+)'/g)].map(([, code = '']) => code),
  );
  expect(written.length).toBeGreaterThan(20);
  const permissions: readonly string[] = PERMISSIONS;
  const silent = written.filter((code) => !ACTION_NAMES.includes(code) && !permissions.includes(code));
  expect([...new Set(silent)]).toEqual([]);
});

it('every kind of thing has words', () => {
  const written = codes(/subjectType: '([A-Za-z]+)'/g);
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((type) => !SUBJECT_NAMES.includes(type))).toEqual([]);
});
