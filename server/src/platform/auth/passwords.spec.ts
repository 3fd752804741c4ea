// What a password's hash costs whoever stole it, and that nothing opens without the password.
import { hashPassword, passwordMatches } from './passwords.js';

const PASSWORD = '一句很长的话 2026';

describe('passwords', () => {
  it('open nothing where they are wrong, or where there is no account', async () => {
    expect(await passwordMatches(await hashPassword(PASSWORD), `${PASSWORD} `)).toBe(false);
    expect(await passwordMatches(undefined, PASSWORD)).toBe(false);
    expect(await passwordMatches(undefined, 'nobody has this password')).toBe(false);
  });

  it('are kept as Argon2id of 19 MiB and two passes, each with a salt of its own', async () => {
    const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches(one, PASSWORD)).toBe(true);
  });
});
