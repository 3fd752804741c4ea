import { DECLINE_REASONS } from './applying.js';
import { declineLetter } from './decline-letters.js';

describe('a letter of refusal', () => {
  it.each(DECLINE_REASONS.map(({ code }) => code))(
    'for %s stands in both languages, and never says the code',
    (code) => {
      for (const locale of ['zh-CN', 'en'] as const) {
        const letter = declineLetter(code, locale) ?? '';
        expect(letter.length).toBeGreaterThan(30);
        expect(letter).not.toContain(code);
        expect(/\p{Script=Han}/u.test(letter)).toBe(locale === 'zh-CN');
      }
    },
  );

  it('is none for a word that is no reason', () => {
    expect(declineLetter('JUST_SO', 'en')).toBeUndefined();
  });
});
