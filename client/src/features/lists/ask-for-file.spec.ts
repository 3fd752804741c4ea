import { toAnswer } from './ask-for-file.js';

describe('what the server says of a file', () => {
  it('is a failure where it says anything but that a second factor is asked for', () => {
    for (const said of [
      undefined,
      null,
      'no',
      {},
      { code: 'FORBIDDEN' },
      { code: 'STEP_UP_NEEDED', methods: 'TOTP' },
    ]) {
      expect(toAnswer(said)).toEqual({ __typename: 'Failed' });
    }
  });

  it('names the ways to show one', () => {
    const said = { code: 'STEP_UP_NEEDED', methods: ['TOTP'] };
    expect(toAnswer(said)).toEqual({ __typename: 'StepUpNeeded', methods: ['TOTP'] });
  });
});
