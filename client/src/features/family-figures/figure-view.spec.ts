import { askedFor, behindAddress, dayIn, foremost, isFigure, oneDecimal, partWords } from './figure-view.js';

const part = (code: string, count: number | null) => ({
  __typename: 'FigurePart' as const,
  part: code,
  count,
  share: null,
});

describe('the page of figures', () => {
  it('takes nothing else for a figure, a day or words', () => {
    expect(isFigure('CONSTRUCTOR')).toBe(false);
    expect(dayIn('2013-13')).toBe('');
    expect(partWords('FAMILY_FORM', 'toString', false)).toBeUndefined();
  });

  it('names the foremost part only where there is one', () => {
    expect(foremost([])).toBeUndefined();
    expect(foremost([part('A', 0), part('B', 0)])).toBeUndefined();
    expect(foremost([part('A', 7), part('B', 7)])).toBeUndefined();
    expect(foremost([part('A', null), part('B', 9), part('C', 5)])?.part).toBe('B');
  });

  it('writes one decimal, also where it is nought', () => {
    expect([66, 24.5, 41].map(oneDecimal)).toEqual(['66.0', '24.5', '41.0']);
  });

  it('leads to the households behind a number, as of the same day', () => {
    const address = behindAddress('FAMILY_NEED', 'WORK', '2013-12-31');
    expect(address).toBe('/agency/figures/households?figure=family_need&part=work&on=2013-12-31');
    expect(behindAddress('FAMILY_FORM', 'BLENDED', '')).toBe(
      '/agency/figures/households?figure=family_form&part=blended',
    );
    const search = new URLSearchParams(address.slice(address.indexOf('?')));
    expect(askedFor(search)).toEqual({ figure: 'FAMILY_NEED', part: 'WORK' });
    expect(askedFor(new URLSearchParams())).toEqual({ figure: 'HOUSEHOLD_SIZE', part: 'ALL' });
  });

  it('says the same words as rosters and family pages', () => {
    expect(partWords('CAREGIVER_EDUCATION', 'NO_SCHOOLING', false)).toBe('未上过学');
    expect(partWords('FAMILY_FORM', 'BLENDED', true)).toBe('Blended family');
  });
});
