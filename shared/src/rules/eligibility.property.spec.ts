import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '../kernel/index.js';
import { eligibility } from './eligibility.js';
import { readinessCounts, standingOf, withoutHit } from './eligibility-view.js';
import { DEFAULT_ELIGIBILITY_SETTINGS } from './eligibility-settings.js';
import type { EligibilityFacts, EligibilitySettings } from './eligibility.types.js';

const ORIGIN = localDate('2026-11-22');
const day = fc.integer({ min: -1500, max: 600 }).map((offset): LocalDate => addDays(ORIGIN, offset));
const dated = { on: day, until: fc.option(day, { nil: undefined }), confirmed: fc.boolean() };
const anyFacts: fc.Arbitrary<EligibilityFacts> = fc.record({
  birthDate: fc.option(
    fc.integer({ min: -30_000, max: -2_000 }).map((offset) => addDays(ORIGIN, offset)),
    { nil: undefined, freq: 9 },
  ),
  trainings: fc.array(fc.record({ ...dated, kind: fc.constantFrom('PRE_SERVICE', 'IN_SERVICE') }), { maxLength: 4 }),
  agreements: fc.array(fc.record(dated), { maxLength: 3 }),
  recordChecks: fc.array(fc.record({ ...dated, result: fc.constantFrom('CLEAR', 'CLEAR', 'CLEAR', 'HIT') }), {
    maxLength: 3,
  }),
  exemptions: fc.array(
    fc.record({
      requirement: fc.constantFrom('TRAINING', 'VOLUNTEER_AGREEMENT'),
      approvedBy: fc.constantFrom('director', ''),
      from: day,
      until: day,
    }),
    { maxLength: 2 },
  ),
  stoppedSince: fc.option(day, { nil: undefined, freq: 3 }),
});
// of wholly random people hardly anyone is ready: half of them get all but the record check
const facts: fc.Arbitrary<EligibilityFacts> = fc.oneof(
  anyFacts,
  fc.tuple(anyFacts, fc.integer({ min: -400, max: 0 })).map(([f, offset]) => ({
    ...f,
    birthDate: addDays(ORIGIN, -12_000),
    trainings: [
      ...f.trainings,
      { kind: 'PRE_SERVICE' as const, on: addDays(ORIGIN, -1500), until: addDays(ORIGIN, 900), confirmed: true },
    ],
    agreements: [...f.agreements, { on: addDays(ORIGIN, -1500), until: addDays(ORIGIN, 900), confirmed: true }],
    recordChecks: f.recordChecks.map((c) => ({ ...c, on: addDays(ORIGIN, offset), until: undefined })),
    stoppedSince: undefined,
  })),
);
const settings: fc.Arbitrary<EligibilitySettings> = fc.record({
  trainingValidDays: fc.integer({ min: 1, max: 2000 }),
  agreementValidDays: fc.integer({ min: 1, max: 2000 }),
  recordCheckValidDays: fc.integer({ min: 1, max: 2000 }),
  renewalWindowDays: fc.integer({ min: 0, max: 180 }),
  adultAge: fc.constant(18),
  minimumVolunteerAge: fc.integer({ min: 14, max: 18 }),
});
const ready = (f: EligibilityFacts, on: LocalDate, s: EligibilitySettings) => eligibility(f, on, s).ready;

describe('eligibility, whatever the facts', () => {
  it('is ready exactly where no finding is expired, missing or stopped, and names five findings', () => {
    fc.assert(
      fc.property(facts, day, settings, (f, on, s) => {
        const answer = eligibility(f, on, s);
        const open = answer.findings.some((x) => ['EXPIRED', 'MISSING', 'STOPPED'].includes(x.outcome));
        expect(answer.ready).toBe(!open);
        expect(['READY', 'RENEWAL_DUE'].includes(standingOf(answer))).toBe(answer.ready);
        expect(new Set(answer.findings.map((x) => x.requirement)).size).toBe(5);
      }),
    );
  });

  it('names a remedy for each open finding', () => {
    fc.assert(
      fc.property(facts, day, settings, (f, on, s) => {
        for (const x of eligibility(f, on, s).findings) {
          if (['EXPIRED', 'MISSING', 'STOPPED'].includes(x.outcome)) expect(x.remedy).not.toBe('NONE');
        }
      }),
    );
  });

  it('is never ready without a clear check of at most 365 days, for anyone, under any setting', () => {
    let seenReady = 0;
    fc.assert(
      fc.property(facts, day, settings, (f, on, s) => {
        if (!ready(f, on, s)) return;
        seenReady += 1;
        const fresh = f.recordChecks.some(
          (c) => c.result === 'CLEAR' && c.confirmed && c.on <= on && on <= addDays(c.on, 365),
        );
        expect(fresh).toBe(true);
        expect(f.recordChecks.some((c) => c.result === 'HIT' && c.on <= on)).toBe(false);
      }),
      { numRuns: 1000, seed: 2026 },
    );
    expect(seenReady).toBeGreaterThan(10);
  });

  it('is monotone: one more confirmed clear fact never takes readiness away', () => {
    fc.assert(
      fc.property(facts, day, day, settings, (f, on, extra, s) => {
        const more: EligibilityFacts = {
          ...f,
          trainings: [...f.trainings, { kind: 'PRE_SERVICE', on: extra, confirmed: true }],
          agreements: [...f.agreements, { on: extra, confirmed: true }],
          recordChecks: [...f.recordChecks, { result: 'CLEAR', on: extra, confirmed: true }],
        };
        if (ready(f, on, s)) expect(ready(more, on, s)).toBe(true);
      }),
    );
  });

  it('is monotone: confirming never takes readiness away, and unconfirmed facts never give it', () => {
    fc.assert(
      fc.property(facts, day, settings, (f, on, s) => {
        const mark = (confirmed: boolean): EligibilityFacts => ({
          ...f,
          trainings: f.trainings.map((x) => ({ ...x, confirmed })),
          agreements: f.agreements.map((x) => ({ ...x, confirmed })),
          recordChecks: f.recordChecks.map((x) => ({ ...x, confirmed })),
        });
        if (ready(f, on, s)) expect(ready(mark(true), on, s)).toBe(true);
        expect(ready(mark(false), on, s)).toBe(false);
      }),
    );
  });

  it('knows no exemption from check, age or stop, and one from the rest only within its days and with an approver', () => {
    let exempt = 0;
    fc.assert(
      fc.property(facts, day, settings, (f, on, s) => {
        const bare = eligibility({ ...f, exemptions: [] }, on, s).findings;
        eligibility(f, on, s).findings.forEach((finding, i) => {
          const standing = f.exemptions.some(
            (one) =>
              one.requirement === finding.requirement && one.approvedBy !== '' && one.from <= on && on <= one.until,
          );
          if (finding.outcome !== 'EXEMPT') {
            expect(finding).toEqual(bare[i]);
            return;
          }
          exempt += 1;
          expect(['TRAINING', 'VOLUNTEER_AGREEMENT']).toContain(finding.requirement);
          expect(standing && ['MISSING', 'EXPIRED'].includes(bare[i]?.outcome ?? '')).toBe(true);
          expect([finding.since !== undefined && finding.since <= on, (finding.until ?? '') >= on]).toEqual([
            true,
            true,
          ]);
        });
      }),
      { numRuns: 1000, seed: 2026 },
    );
    expect(exempt).toBeGreaterThan(10);
  });

  it('is monotone: an exemption never takes readiness away', () => {
    fc.assert(
      fc.property(facts, day, settings, (f, on, s) => {
        if (ready({ ...f, exemptions: [] }, on, s)) expect(ready(f, on, s)).toBe(true);
      }),
    );
  });

  it('lets nobody else tell a hit from a stop by order of the same day', () => {
    fc.assert(
      fc.property(facts, day, day, settings, (f, since, on, s) => {
        const others = { ...f, recordChecks: f.recordChecks.filter(({ result }) => result === 'CLEAR') };
        const hit = { result: 'HIT' as const, on: since, confirmed: true };
        const found = { ...others, recordChecks: [...others.recordChecks, hit], stoppedSince: undefined };
        const seen = (facts: EligibilityFacts) => withoutHit(eligibility(facts, on, s));
        expect(seen(found)).toEqual(seen({ ...others, stoppedSince: since }));
      }),
    );
  });

  it('counts each person once by standing, however many reasons they have', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 8 }), day, settings, (people, on, s) => {
        const judged = people.map((f) => eligibility(f, on, s));
        const { total, standings, reasons } = readinessCounts(judged);
        expect(total).toBe(people.length);
        expect(Object.values(standings).reduce((sum, count) => sum + count, 0)).toBe(total);
        const open = judged.filter((one) => !one.ready || standingOf(one) === 'RENEWAL_DUE').length;
        const all = reasons.reduce((sum, { people: count }) => sum + count, 0);
        expect(all).toBeGreaterThanOrEqual(open);
        expect(reasons.every(({ people: count }) => count <= total)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(facts, day, (f, on) => {
        const turned: EligibilityFacts = {
          ...f,
          trainings: [...f.trainings].reverse(),
          agreements: [...f.agreements].reverse(),
          recordChecks: [...f.recordChecks].reverse(),
          exemptions: [...f.exemptions].reverse(),
        };
        expect(eligibility(turned, on, DEFAULT_ELIGIBILITY_SETTINGS)).toEqual(
          eligibility(f, on, DEFAULT_ELIGIBILITY_SETTINGS),
        );
      }),
    );
  });
});
