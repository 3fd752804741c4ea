import { mayOptOut, signUpRefusal, type SignUpFacts } from './guardian-word.js';

const facts = (more: Partial<SignUpFacts> = {}): SignUpFacts => ({
  ...{ state: 'OPEN', places: 8, taken: 3, row: undefined, reached: false, ...more },
});
const word = (
  choice: 'SIGNED_UP' | 'OPTED_OUT',
  saidBy: 'CHILD' | 'GUARDIAN' | null,
  inMinute: number | null = null,
) => ({
  ...{ choice, saidBy, inMinute },
});

describe('a guardian’s word', () => {
  it.each([
    [facts(), undefined],
    [facts({ state: 'ROSTER_LOCKED' }), undefined],
    [facts({ state: 'RISK_REVIEWED' }), 'CLOSED'],
    [facts({ state: 'RUNNING' }), 'CLOSED'],
    [facts({ state: 'CANCELLED' }), 'CLOSED'],
    [facts({ taken: 8 }), 'FULL'],
    [facts({ reached: true }), 'EXPOSURE'],
    [facts({ row: word('OPTED_OUT', 'GUARDIAN') }), undefined],
    [facts({ row: word('OPTED_OUT', 'CHILD') }), 'CHILD_SAID_NO'],
  ])('of %j is met with %s', (given, why) => {
    expect(signUpRefusal(given)).toBe(why);
  });

  it('is taken back until the child is there', () => {
    expect(mayOptOut('RUNNING', word('SIGNED_UP', 'CHILD'))).toBe(true);
    expect(mayOptOut('RUNNING', word('SIGNED_UP', 'GUARDIAN', 540))).toBe(false);
    expect(mayOptOut('RECORDED', word('SIGNED_UP', 'GUARDIAN'))).toBe(false);
    expect(mayOptOut('OPEN', undefined)).toBe(false);
  });
});
