import { lookUp } from './look-up.js';

describe('lookUp', () => {
  it.each(['toString', 'constructor', '__proto__', '', 'NEW'])('finds nothing for %j', (code) => {
    expect(lookUp({ OLD: 1 }, code)).toBeUndefined();
  });

  it('finds what the table has', () => expect(lookUp({ OLD: 1 }, 'OLD')).toBe(1));
});
