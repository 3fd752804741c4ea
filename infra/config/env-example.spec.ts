// .env.example and what the server reads are the same list: a setting nobody wrote down is a setting nobody finds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentSchema, readConfig } from '../../server/src/platform/config/config.js';

const text = readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8');

/** Settings of the file in its order; each stands once. */
const settings = [...text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));
const names = settings.map(({ name }) => name);
const known = Object.keys(environmentSchema.shape);

describe('.env.example', () => {
  it('names every setting that the server reads', () => {
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names none that the server does not read, and none twice', () => {
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('explains each: a comment stands above every group', () => {
    const unexplained = text.split(/\n(?=#|$)/).filter((block) => /^[A-Z]/.test(block));
    expect(unexplained).toEqual([]);
  });

  it('can be copied as it is: the server starts with its values', () => {
    const environment = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
    expect(readConfig(environment)).toMatchObject({ port: 3000, production: false, demo: true });
  });

  it('holds no secret that a production start would take', () => {
    const secret = /KEY|TOKEN|DATABASE_URL|SMTP_URL/;
    expect(settings.filter(({ name, value }) => secret.test(name) && value !== '')).toEqual([]);
  });
});
