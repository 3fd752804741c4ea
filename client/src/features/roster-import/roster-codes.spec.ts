// Every code that the server can say of a roster is known here; the codes are read from the server's own source.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CELL_PROBLEMS, FILE_PROBLEMS, isHint, ROSTER_FIELDS } from './roster-codes.js';

const DOMAIN = path.resolve(import.meta.dirname, '../../../../server/src/imports/domain');
const source = (file: string): string => readFileSync(path.join(DOMAIN, file), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const unique = (codes: readonly string[]): string[] => [...new Set(codes)].sort();

describe('the codes of a roster', () => {
  it('each problem of a cell', () => {
    const union = source('cell-problem.ts').split(';')[0] ?? '';
    expect([...CELL_PROBLEMS].sort()).toEqual(unique(matches(union, /\| '([A-Z_]+)'/g)));
  });

  it('the problems that hold no row back are called hints', () => {
    const warnings = /WARNINGS[^=]*= \[([^\]]*)\]/.exec(source('cell-problem.ts'))?.[1] ?? '';
    expect(CELL_PROBLEMS.filter(isHint).sort()).toEqual(unique(matches(warnings, /'([A-Z_]+)'/g)));
  });

  it('each problem of a file', () => {
    const files = ['decode-roster.ts', 'read-csv.ts', 'read-roster.ts', 'read-tables.ts', 'read-workbook.ts']
      .map(source)
      .join('\n');
    expect([...FILE_PROBLEMS].sort()).toEqual(unique(matches(files, /readonly code: '([A-Z_]+)'/g)));
  });

  it('each field of both rosters', () => {
    const fields = matches(source('roster-fields.ts').split('export const ROSTER_FIELDS')[0] ?? '', /^ {2}(\w+): \[/gm);
    expect([...ROSTER_FIELDS].sort()).toEqual(unique(fields));
  });
});
