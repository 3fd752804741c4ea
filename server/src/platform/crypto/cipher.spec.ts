import { Cipher } from './cipher.js';
import { createKey, parseKeyRing } from './key-ring.js';
import { UnsealError } from './seal.js';

const ring = (...names: string[]) => names.map((name) => createKey(name)).join(',');

describe('the cipher', () => {
  const keys = ring('k1');
  const cipher = new Cipher(parseKeyRing(keys));

  it('refuses a key that is not 32 bytes', () => {
    expect(() => parseKeyRing('k1:c2hvcnQ=')).toThrow(/32 random bytes/);
    expect(() => parseKeyRing('nonsense')).toThrow(/32 random bytes/);
  });

  it('opens nothing with another key, in another place, or changed by one character', () => {
    const sealed = cipher.seal('欧阳雨', 'person.name.1');
    expect(() => new Cipher(parseKeyRing(ring('k1'))).open(sealed, 'person.name.1')).toThrow(UnsealError);
    expect(() => cipher.open(sealed, 'person.name.2')).toThrow(UnsealError);
    const flipped = sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2);
    expect(() => cipher.open(flipped, 'person.name.1')).toThrow(UnsealError);
    expect(() => cipher.open('欧阳雨', 'person.name.1')).toThrow(UnsealError);
  });

  it('opens what it sealed, never the same text twice', () => {
    const first = cipher.seal('欧阳雨', 'p');
    expect(first).not.toContain('欧阳雨');
    expect(cipher.seal('欧阳雨', 'p')).not.toBe(first);
    expect(cipher.open(first, 'p')).toBe('欧阳雨');
  });

  it('seals with the newest key after a rotation, still opens the old, and finds by the same index', () => {
    const rotated = new Cipher(parseKeyRing(`${createKey('k2')},${keys}`));
    const old = cipher.seal('旧', 'p');
    expect(rotated.open(old, 'p')).toBe('旧');
    expect(rotated.seal('新', 'p')).toMatch(/^v1\.k2\./);
    expect(rotated.blindIndex('person.phone', '+86138')).toBe(cipher.blindIndex('person.phone', '+86138'));
  });

  it('keeps the indexes of different columns apart', () => {
    expect(cipher.blindIndex('person.phone', '1')).not.toBe(cipher.blindIndex('login.identifier', '1'));
  });
});
