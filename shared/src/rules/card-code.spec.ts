import fc from 'fast-check';
import { groupedCardCode, newCardCode, readCardCode } from './card-code.js';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codes = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 })
  .map((free) => newCardCode(() => free.pop() ?? 0));

describe('the code on a family’s card', () => {
  it('refuses what cannot be a code', () => {
    for (const typed of ['', '1234', 'ILOILO00', '22222223', '！！！！', 'A'.repeat(500)]) {
      expect(readCardCode(typed)).toBeUndefined();
    }
  });

  it('refuses every code with one wrong sign', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.nat(30), (code, at, other) => {
        const sign = SIGNS.charAt(other);
        fc.pre(code.charAt(at) !== sign);
        expect(readCardCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('refuses every code with two neighbours swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(6), (code, at) => {
        const [one, two] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(one !== two);
        expect(readCardCode(code.slice(0, at) + two + one + code.slice(at + 2))).toBeUndefined();
      }),
    );
  });

  it('reads every code as it was made, with gaps, dashes and small letters too', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readCardCode(code)).toBe(code);
        expect(readCardCode(` ${groupedCardCode(code).toLowerCase()} `)).toBe(code);
        expect(readCardCode(`${code.slice(0, 4)}-${code.slice(4)}`)).toBe(code);
      }),
    );
  });
});
