import { costView, timeLeft, wishFaults } from './booking-form.js';

const LINES = [
  { what: '画材', amount: '80000', per: 'DAY' },
  { what: '点心', amount: '1550', per: 'GUEST' },
] as const;

describe('a wish for a day', () => {
  it('costs the day once and each guest once, and says what is beyond the budget', () => {
    expect(costView(LINES, { people: '30', budget: '' })).toEqual({ total: '1265', over: undefined });
    expect(costView(LINES, { people: '30', budget: '1265' })).toEqual({ total: '1265', over: undefined });
    expect(costView(LINES, { people: '31', budget: '1265.5' })).toEqual({ total: '1280.50', over: '15' });
    expect(costView([], { people: '3', budget: '0' })).toEqual({ total: '0', over: undefined });
    expect(costView(LINES, { people: '', budget: '' })).toBeUndefined();
  });

  it('is not sent without a number of people, or with an amount that is none', () => {
    expect(wishFaults({ people: '0', budget: 'viel' })).toEqual(['people', 'budget']);
    expect(wishFaults({ people: '12', budget: '' })).toEqual([]);
  });
});

it('counts down in whole units, never below nothing', () => {
  expect(timeLeft(90_061)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
  expect(timeLeft(-3)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
});
