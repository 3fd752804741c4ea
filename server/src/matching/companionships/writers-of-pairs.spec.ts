// H26 holds "by any path": whoever writes rows of pairs is known, and only one line of the server leads to Active.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const SERVER = join(import.meta.dirname, '..', '..');
const SOURCES = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !path.startsWith('testing'))
  .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(SERVER, path), 'utf8') }));
const MIGRATIONS = 'platform/database/migrations/';

const where = (holds: (text: string) => boolean): string[] =>
  SOURCES.filter(({ text }) => holds(text))
    .map(({ path }) => path)
    .sort();
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** A repository of pairs that is written to, at once or by a name given to it. */
function writesPairs(text: string): boolean {
  if (/repository\(Companionship\)\s*\.(insert|update|save|upsert|delete|remove|increment)\b/.test(text)) return true;
  const [, name] = /const (\w+) = this\.database\.repository\(Companionship\);/.exec(text) ?? [];
  return name !== undefined && new RegExp(`\\b${name}\\s*\\.(insert|update|save|upsert|delete|remove)\\b`).test(text);
}

it('sees the server at all', () => {
  expect(SOURCES.length).toBeGreaterThan(300);
  expect(relative(SERVER, import.meta.dirname).split(sep)).toEqual(['matching', 'companionships']);
});

it('knows whoever writes rows of pairs', () => {
  expect(where(writesPairs)).toEqual([
    // Steps along the machine, and columns beside the state.
    'matching/companionships/companionships.repository.ts',
    // A new row, which begins at the beginning: after a stop, or with another companion.
    'matching/companionships/new-pairs.ts',
    // Who stands beside many at once.
    'matching/companionships/pair-lists.ts',
    // Whose the pair is.
    'matching/companionships/worker-handover.ts',
    // Words of somebody erased.
    'matching/pair-personal-data.ts',
    // A new row, which begins at the beginning.
    'matching/runs/proposals.ts',
  ]);
});

it('lets none but the repository give a state, and new rows only the first', () => {
  const stateOf = (path: string) => SOURCES.find((source) => source.path === path)?.text ?? '';
  for (const path of ['matching/companionships/new-pairs.ts', 'matching/runs/proposals.ts']) {
    const states = [...stateOf(path).matchAll(/state: '([A-Z_]+)',\n\s+version: 1/g)].map(([, state]) => state);
    expect([path, states]).toEqual([path, ['ACCEPTED']]);
  }
  expect(stateOf('matching/companionships/pair-lists.ts')).toContain('const change = { workerId, version: () =>');
  expect(where((text) => /arrangedColumn\(\s*\w+,\s*Companionship,\s*'(?!workerId')/.test(text))).toEqual([]);
  expect(stateOf('matching/companionships/worker-handover.ts')).not.toMatch(/update\([^)]*\{[^}]*state:/);
});

it('has no SQL beside it that writes pairs, but for columns in migrations', () => {
  const pattern = /(insert\s+into|replace\s+into|update|delete\s+from)\s+`?companionship`?\s/i;
  expect(where((text) => pattern.test(text)).filter((path) => !path.startsWith(MIGRATIONS))).toEqual([]);
  for (const { path, text } of SOURCES.filter((source) => source.path.startsWith(MIGRATIONS))) {
    expect([path, /update companionship set\s+state/i.test(text)]).toEqual([path, false]);
  }
  expect(where((text) => /manager\.\w+\(\s*('Companionship'|Companionship)\b/.test(text))).toEqual([]);
});

it('has one way to Active, for whoever holds the word of the gate', () => {
  expect(where((text) => text.includes('as ClearedToBegin'))).toEqual([
    'matching/companionships/companionship-gate.ts',
  ]);
  const repository = SOURCES.find(({ path }) => path.endsWith('companionships.repository.ts'))?.text ?? '';
  expect(count(repository, /this\.#move\([^)]*'ACTIVE'/g)).toBe(1);
  expect(repository).toMatch(/begin\(\s*\{ pair \}: ClearedToBegin,[\s\S]{0,200}#move\(pair, 'ACTIVE', change\)/);
  expect(repository).toMatch(/to: Exclude<CompanionshipState, 'ACTIVE'>/);
});
