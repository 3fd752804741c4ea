import { meanInTenths, shareInTenths } from './shares.js';

describe('shares', () => {
  it('are not invented where nothing is counted', () => {
    expect(shareInTenths(0, 0)).toBeUndefined();
    expect(meanInTenths(0, 0)).toBeUndefined();
  });

  it.each([
    [1, 2000, 1],
    [1, 2001, 0],
    [1, 8, 125],
    [1, 80, 13],
    [1, 3, 333],
    [2, 3, 667],
    [5, 5, 1000],
  ])('%i of %i are %i tenths of a per cent: half goes up', (count, of, tenths) => {
    expect(shareInTenths(count, of)).toBe(tenths);
  });

  it('rounds a mean likewise', () => {
    expect(meanInTenths(2_558, 624)).toBe(41);
    expect(meanInTenths(81, 20)).toBe(41);
  });
});
