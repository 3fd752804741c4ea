import { termsFaults, toTermsInput, typedTerms, type Terms } from './offer-form.js';

const TERMS: Terms = {
  ...{ guestsPerWorker: 15, guestsPerChild: 3, visitsPerMonth: 2, hasOtherTasks: true, otherTasks: '整理图书' },
  ...{ checkLeadDays: 15, cutOffDays: 7, noticeDays: 14, version: 3 },
  costLines: [{ what: '点心', amount: '2050', per: 'GUEST' }],
};

describe('the form of terms', () => {
  it('says what stands, with an empty line for another cost, and takes the same back', () => {
    const typed = typedTerms(TERMS);
    expect(typed.costLines).toEqual([
      { what: '点心', yuan: '20.50', per: 'GUEST' },
      { what: '', yuan: '', per: 'GUEST' },
    ]);
    expect(termsFaults(typed)).toEqual([]);
    const { version: _version, ...rest } = TERMS;
    expect(toTermsInput(typed)).toEqual(rest);
  });

  it('names numbers that are none, or too many', () => {
    const typed = { ...typedTerms(TERMS), guestsPerWorker: '0', cutOffDays: '七', noticeDays: '91' };
    expect(termsFaults(typed)).toEqual(['guestsPerWorker', 'cutOffDays', 'noticeDays']);
    expect(termsFaults({ ...typedTerms(TERMS), guestsPerChild: '0' })).toEqual([]);
  });

  it('needs words for other tasks where there are some, and forgets them where there are none', () => {
    expect(termsFaults({ ...typedTerms(TERMS), otherTasks: ' ' })).toEqual(['otherTasks']);
    const none = { ...typedTerms(TERMS), hasOtherTasks: false, otherTasks: ' ' };
    expect(termsFaults(none)).toEqual([]);
    expect(toTermsInput(none).otherTasks).toBe('');
  });

  it('takes no cost without its name or its amount, and no empty line', () => {
    const line = (what: string, yuan: string) => ({
      ...typedTerms(TERMS),
      costLines: [{ what, yuan, per: 'DAY' as const }],
    });
    expect(termsFaults(line('车费', 'a'))).toEqual(['costLines']);
    expect(termsFaults(line('', '3'))).toEqual(['costLines']);
    expect(toTermsInput(line(' ', '')).costLines).toEqual([]);
  });
});
