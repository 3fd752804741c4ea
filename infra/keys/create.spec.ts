// A key made by `npm run keys:create` is one that the server takes, and no two are alike.
import { Cipher } from '../../server/src/platform/crypto/cipher.js';
import { parseKeyRing } from '../../server/src/platform/crypto/key-ring.js';
import { readConfig } from '../../server/src/platform/config/config.js';
import { newKey } from './create.mjs';

const now = new Date('2026-11-22T02:00:00.000Z');

describe('npm run keys:create', () => {
  it('makes no key twice', () => {
    expect(newKey(now)).not.toBe(newKey(now));
  });

  it('makes a key that opens what it sealed, and what the key before it sealed', () => {
    const old = newKey(now);
    const sealed = new Cipher(parseKeyRing(old)).seal('周岚', 'person.name.1');
    const rotated = new Cipher(parseKeyRing(`${newKey(now)},${old}`));
    expect(rotated.open(sealed, 'person.name.1')).toBe('周岚');
  });

  it('makes a key that a production start takes', () => {
    const environment = { NODE_ENV: 'production', APP_KEYS: newKey(now), PUBLIC_URL: 'https://tongxing.example' };
    expect(readConfig(environment)).toMatchObject({ production: true, demo: false });
  });
});
