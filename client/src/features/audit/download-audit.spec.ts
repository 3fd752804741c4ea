import { methodsOf } from './download-audit.js';

describe('what the server says instead of a file', () => {
  it('is a wish for a second factor only where it says so', () => {
    for (const other of [null, undefined, 'no', {}, { code: 'FORBIDDEN' }, { code: 'STEP_UP_NEEDED' }])
      expect(methodsOf(other)).toBeUndefined();
    expect(methodsOf({ code: 'STEP_UP_NEEDED', methods: ['TOTP'] })).toEqual(['TOTP']);
  });
});
