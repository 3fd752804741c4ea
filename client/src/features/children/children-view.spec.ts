import { waitingFilter } from './children-view.js';

describe('waitingFilter', () => {
  it('filters nothing for an address that it does not know', () => {
    expect(['', 'TRUE', '1'].map(waitingFilter)).toEqual([null, null, null]);
  });

  it('tells waiting from accompanied', () => {
    expect([waitingFilter('true'), waitingFilter('false')]).toEqual([true, false]);
  });
});
