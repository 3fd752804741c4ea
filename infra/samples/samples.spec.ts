import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, REFERENCE_DAY } from './generate.mjs';

const HERE = import.meta.dirname;

describe('the committed samples', () => {
  it.each(Object.entries(generate().files))('%s is what the generator writes, byte by byte', (name, bytes) => {
    expect(readFileSync(join(HERE, name)).equals(bytes)).toBe(true);
  });

  it('move with the reference day', () => {
    expect(generate(REFERENCE_DAY).files).toEqual(generate().files);
    expect(generate('2027-03-01').files['volunteers.csv']).not.toEqual(generate().files['volunteers.csv']);
  });
});
