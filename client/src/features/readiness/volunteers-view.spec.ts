import { STANDINGS, standingFilter } from './volunteers-view.js';

describe('standingFilter', () => {
  it.each(['', 'ready', 'EVERYTHING', 'toString'])('takes %j as no filter', (value) => {
    expect(standingFilter(value)).toBeNull();
  });

  it('knows each standing that has a chip', () => {
    expect(STANDINGS.map(standingFilter)).toEqual(STANDINGS);
  });
});
