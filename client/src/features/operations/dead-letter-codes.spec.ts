// Every job and every failure that the server names is known here; both are read from the server's own source.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { causeOf, isKnownJob, JOB_KINDS } from './dead-letter-view.js';

const SERVER = path.resolve(import.meta.dirname, '../../../../server/src');
const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
  .map((file) => readFileSync(path.join(SERVER, file), 'utf8'));
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);
const everywhere = (pattern: RegExp): string[] => [...new Set(sources.flatMap((text) => found(text, pattern)))].sort();

describe('what the server can leave undone', () => {
  it('each kind of job', () => {
    const lists = sources.flatMap((text) => found(text, /EVERY_(?:\w+_)?EVENT: Readonly<[^=]*= \{([^}]*)\}/g));
    const names = lists.flatMap((list) => found(list, /(\w+): true/g));
    expect(lists).toHaveLength(2);
    const jobs = everywhere(/kind: '([\w.-]+)',\s+payload:/g);
    expect([...JOB_KINDS].sort()).toEqual([...names.map((name) => `event:${name}`), ...jobs].sort());
    expect(isKnownJob('toString')).toBe(false);
  });

  it('each code of a failure that is final or may pass', () => {
    const codes = everywhere(/new (?:JobRefused|MailNotTaken|SmsNotTaken)\('([A-Z_]+)'\)/g);
    const gone = everywhere(/lastError: '([A-Z_]+)'/g);
    const errors = everywhere(/export class (UnsealError) extends Error/g);
    expect(codes).toContain('SMTP_URL_MISSING');
    expect([gone, errors]).toEqual([['SUBJECT_ERASED', 'WORKER_GONE'], ['UnsealError']]);
    expect([...codes, ...gone, ...errors].filter((code) => causeOf(code) === 'UNKNOWN')).toEqual([]);
  });
});
