// Every code that the server can say of a roster is known here; the codes are read from the server's own source.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CELL_PROBLEMS, FILE_PROBLEMS, isHint, FIELDS_OF } from './roster-codes.js';

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
    const names = ['choose-table.ts', 'decode-roster.ts', 'read-csv.ts', 'read-tables.ts', 'read-workbook.ts'];
    const files = [...names, '../roster-staging.ts'].map(source).join('\n');
    expect([...FILE_PROBLEMS].sort()).toEqual(unique(matches(files, /readonly code: '([A-Z_]+)'/g)));
  });

  it('each field of each kind of roster', () => {
    const words = source('field-words.ts') + source('plan-words.ts');
    const block = (name: string) =>
      new RegExp(`const ${name} = \\{([\\s\\S]*?)\\n\\} as const;`).exec(words)?.[1] ?? '';
    const fieldsOf = (name: string): string[] => [
      ...matches(block(name), /^ {2}(\w+): /gm),
      ...matches(block(name), /^ {2}\.\.\.(\w+),/gm).flatMap(fieldsOf),
    ];
    expect([...FIELDS_OF.VOLUNTEERS].sort()).toEqual(unique(fieldsOf('VOLUNTEER_FIELDS')));
    expect([...FIELDS_OF.CHILDREN].sort()).toEqual(unique(fieldsOf('CHILD_FIELDS')));
    expect([...FIELDS_OF.ACTIVITIES].sort()).toEqual(unique(fieldsOf('ACTIVITY_FIELDS')));
    expect([...FIELDS_OF.TEAMS].sort()).toEqual(unique(fieldsOf('TEAM_FIELDS')));
    expect([...FIELDS_OF.STAFF].sort()).toEqual(unique(fieldsOf('STAFF_FIELDS')));
  });
});
