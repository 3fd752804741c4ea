// Whatever is known of two people, company answers one question only, and only a cleared adult answers it.
import fc from 'fast-check';
import { addDays, ageOn, localDate, type LocalDate } from '../kernel/index.js';
import { besideAdult, clearance, needsAdultBeside, type CompanyAs } from './beside-adult.js';
import { ASSIGNABLE, eligibility } from './eligibility.js';
import { DEFAULT_ELIGIBILITY_SETTINGS as SETTINGS } from './eligibility-settings.js';
import type { EligibilityFacts } from './eligibility.types.js';

const TODAY = localDate('2026-11-22');
const day = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days): LocalDate => addDays(TODAY, days));
const fact = fc.record({ on: day(-500, 30), confirmed: fc.boolean() });
const facts: fc.Arbitrary<EligibilityFacts> = fc.record({
  birthDate: fc.option(day(-13_000, -4_000), { nil: undefined }),
  trainings: fc.array(
    fact.map((one) => ({ ...one, kind: 'PRE_SERVICE' as const })),
    { maxLength: 2 },
  ),
  agreements: fc.array(fact, { maxLength: 2 }),
  recordChecks: fc.array(
    fc.tuple(fact, fc.constantFrom('CLEAR', 'CLEAR', 'CLEAR', 'HIT')).map(([one, result]) => ({
      ...one,
      result: result as 'CLEAR' | 'HIT',
    })),
    { maxLength: 2 },
  ),
  exemptions: fc.constant([]),
  stoppedSince: fc.option(day(-30, 30), { nil: undefined, freq: 4 }),
});
const as = fc.constantFrom<CompanyAs>('VOLUNTEER', 'COLLEAGUE');
const judge = (known: EligibilityFacts, on: LocalDate) => eligibility(known, on, SETTINGS);
const isMinor = ({ birthDate }: EligibilityFacts, on: LocalDate) =>
  birthDate !== undefined && ageOn(birthDate, on) < SETTINGS.adultAge;

it('lets a minor serve exactly where nothing else is missing and the adult is cleared that day', () => {
  fc.assert(
    fc.property(facts, facts, as, day(0, 400), (own, adult, how, on) => {
      const alone = judge(own, on);
      const other = judge(adult, on);
      const together = besideAdult(alone, other, how);
      const cleared = clearance(other, on, how) !== undefined;
      expect(together.ready).toBe(alone.ready || (needsAdultBeside(alone) && cleared));
      if (isMinor(adult, on)) expect(cleared).toBe(false);
      if (adult.recordChecks.some(({ result, on: found }) => result === 'HIT' && found <= on)) {
        expect(cleared).toBe(false);
      }
      if (!isMinor(own, on)) expect(together).toEqual(alone);
    }),
    { numRuns: 2_000 },
  );
});

it('changes the one finding, and never beyond the day on which company or childhood ends', () => {
  fc.assert(
    fc.property(facts, facts, as, day(0, 400), (own, adult, how, on) => {
      const alone = judge(own, on);
      const other = judge(adult, on);
      const together = besideAdult(alone, other, how);
      together.findings.forEach((finding, at) => {
        if (finding.requirement !== 'RECORD_CHECK') expect(finding).toEqual(alone.findings[at]);
        else if (ASSIGNABLE.includes(finding.outcome) && isMinor(own, on)) {
          const ends = [clearance(other, on, how)?.until, alone.findings[at]?.until];
          expect(ends.map((end) => end !== undefined && (finding.until ?? '9999') <= end)).toEqual([true, true]);
          expect(finding.remedy).toBe('SERVE_BESIDE_CLEARED_ADULT');
        }
      });
    }),
    { numRuns: 2_000 },
  );
});
