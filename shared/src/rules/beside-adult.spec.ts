import { localDate } from '../kernel/index.js';
import { besideAdult, needsAdultBeside } from './beside-adult.js';
import { eligibility } from './eligibility.js';
import { DEFAULT_ELIGIBILITY_SETTINGS } from './eligibility-settings.js';
import type { EligibilityFacts } from './eligibility.types.js';

const TODAY = localDate('2026-11-22');
const fact = (on: string) => ({ on: localDate(on), confirmed: true });
const facts = (birth: string, checks: EligibilityFacts['recordChecks'] = []): EligibilityFacts => ({
  birthDate: localDate(birth),
  trainings: [{ ...fact('2026-10-01'), kind: 'PRE_SERVICE' }],
  agreements: [fact('2026-10-02')],
  recordChecks: checks,
  exemptions: [],
});
const on = (known: EligibilityFacts, day = TODAY) => eligibility(known, day, DEFAULT_ELIGIBILITY_SETTINGS);
const CLEAR = [{ ...fact('2026-10-03'), result: 'CLEAR' as const }];
const minor = on(facts('2010-01-01'));
const adult = on(facts('1990-01-01', CLEAR));
const checkOf = (one: typeof minor) => one.findings.find(({ requirement }) => requirement === 'RECORD_CHECK');

describe('a minor', () => {
  it('is never ready alone, and says so', () => {
    expect(minor.ready).toBe(false);
    expect(checkOf(minor)).toMatchObject({ outcome: 'MISSING', remedy: 'SERVE_BESIDE_CLEARED_ADULT' });
    expect(needsAdultBeside(minor)).toBe(true);
    expect(besideAdult(minor, undefined)).toEqual(minor);
  });

  it('is not ready beside another minor, nor beside an adult who is not cleared, stopped or cleared for another day', () => {
    const unchecked = on(facts('1990-01-01'));
    const hit = on(facts('1990-01-01', [...CLEAR, { ...fact('2026-11-01'), result: 'HIT' }]));
    const expired = on(facts('1990-01-01', [{ ...fact('2025-11-21'), result: 'CLEAR' }]));
    const stopped = on({ ...facts('1990-01-01', CLEAR), stoppedSince: localDate('2026-11-20') });
    const tomorrow = on(facts('1990-01-01', CLEAR), localDate('2026-11-23'));
    const besideCovered = besideAdult(minor, adult);
    for (const company of [minor, unchecked, hit, expired, stopped, tomorrow]) {
      expect(besideAdult(minor, company).ready).toBe(false);
    }
    // A minor with an adult beside them is nobody's adult.
    expect(besideAdult(on(facts('2011-01-01')), { ...besideCovered, serviceDate: localDate('2026-11-21') }).ready).toBe(
      false,
    );
  });

  it('is ready beside a cleared adult, as long as that check lasts, and still learns and signs like everybody', () => {
    const together = besideAdult(minor, adult);
    expect(together.ready).toBe(true);
    expect(checkOf(together)).toMatchObject({ outcome: 'VALID', until: checkOf(adult)?.until });
    const untrained = on({ ...facts('2010-01-01'), trainings: [] });
    expect(besideAdult(untrained, adult).ready).toBe(false);
    expect(needsAdultBeside(untrained)).toBe(false);
    const tooYoung = on(facts('2016-01-01'));
    expect(besideAdult(tooYoung, adult).ready).toBe(false);
  });
});

describe('an adult', () => {
  it('gains nothing by company: nobody adult is exempt', () => {
    const unchecked = on(facts('1990-01-01'));
    expect(besideAdult(unchecked, adult)).toEqual(unchecked);
    const hit = on(facts('2010-01-01', [{ ...fact('2026-11-01'), result: 'HIT' }]));
    expect(besideAdult(hit, adult).ready).toBe(false);
  });

  it('is no minor on the eighteenth birthday any more', () => {
    expect(besideAdult(on(facts('2008-11-22')), adult).ready).toBe(false);
    expect(besideAdult(on(facts('2008-11-23')), adult).ready).toBe(true);
  });
});
