import fc from 'fast-check';
import { checkDigit, idNumberEnd, readIdNumber } from './id-number.js';

/** Invented: place codes and serial numbers that nobody was given together. */
const WOMAN = withCheck('11010119900307004');
const MAN = withCheck('11010119900307005');

function withCheck(digits: string): string {
  return digits + checkDigit(digits);
}
const problem = (raw: string) => {
  const read = readIdNumber(raw);
  return read.ok ? undefined : read.error;
};

describe('a number is refused', () => {
  it.each([
    ['that is too short or too long', '1101011990030'],
    ['that has a letter in the middle', '11010119900X070048'],
    ['of a place that there is not', withCheck('99010119900307004')],
    ['born on a day that the calendar has not', withCheck('11010119900230004')],
    ['that a spreadsheet has rounded', '1.10101E+17'],
    ['of 15 digits with a day that is none', '110101900230004'],
  ])('%s', (_what, raw) => {
    expect(problem(raw)).toBe('ID_NUMBER_INVALID');
  });

  it('where any one digit is another one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const digit = String((Number(WOMAN[at]) + more) % 10);
        expect(problem(WOMAN.slice(0, at) + digit + WOMAN.slice(at + 1))).toBeDefined();
      }),
    );
  });

  it('whose last digits a spreadsheet has replaced by zeros', () => {
    expect(problem(`${MAN.slice(0, 15)}000`)).toBe('ID_NUMBER_CHECK_DIGIT');
  });
});

describe('a number is read', () => {
  it('with birth date and gender', () => {
    expect(readIdNumber(WOMAN)).toEqual({
      ok: true,
      value: { number: WOMAN, birthDate: '1990-03-07', gender: 'FEMALE' },
    });
    expect(readIdNumber(MAN)).toMatchObject({ value: { gender: 'MALE' } });
  });

  it('in full-width digits, with spaces, a small x and the quote of a spreadsheet', () => {
    const ending = Array.from({ length: 100 }, (_, n) =>
      withCheck(`110101199003070${String(n).padStart(2, '0')}`),
    ).find((number) => number.endsWith('X'));
    expect(ending).toBeDefined();
    const wide = [...(ending ?? '')].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    for (const raw of [wide, `'${ending?.toLowerCase()}`, `${ending?.slice(0, 6)} ${ending?.slice(6)} `]) {
      expect(readIdNumber(raw)).toMatchObject({ ok: true, value: { number: ending } });
    }
  });

  it('of 15 digits as the 18 that it became, so that both mean one person', () => {
    const short = WOMAN.slice(0, 6) + WOMAN.slice(8, 17);
    expect(short).toHaveLength(15);
    expect(readIdNumber(short)).toEqual(readIdNumber(WOMAN));
    expect(readIdNumber('110101900307998')).toMatchObject({ value: { birthDate: '1890-03-07' } });
  });

  it('and shown by its last four only', () => {
    expect(idNumberEnd(WOMAN)).toBe(WOMAN.slice(14));
  });
});
