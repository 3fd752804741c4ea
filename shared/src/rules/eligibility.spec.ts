import { addDays, localDate } from '../kernel/index.js';
import { eligibility } from './eligibility.js';
import { parseReason, readinessCounts, reasonKey, standingOf, withoutHit } from './eligibility-view.js';
import { DEFAULT_ELIGIBILITY_SETTINGS } from './eligibility-settings.js';
import type { EligibilityFacts, EligibilityFinding, Requirement } from './eligibility.types.js';

const DAY = localDate('2026-11-22');
const ago = (days: number) => addDays(DAY, -days);
const READY: EligibilityFacts = {
  birthDate: localDate('1990-05-20'),
  trainings: [{ kind: 'PRE_SERVICE', on: ago(100), confirmed: true }],
  agreements: [{ on: ago(90), until: addDays(DAY, 200), confirmed: true }],
  recordChecks: [{ result: 'CLEAR', on: ago(80), confirmed: true }],
  exemptions: [],
};
const judge = (facts: Partial<EligibilityFacts>, settings = {}, on = DAY) =>
  eligibility({ ...READY, ...facts }, on, { ...DEFAULT_ELIGIBILITY_SETTINGS, ...settings });
function finding(facts: Partial<EligibilityFacts>, requirement: Requirement, settings = {}): EligibilityFinding {
  const found = judge(facts, settings).findings.find((f) => f.requirement === requirement);
  if (!found) throw new Error(`no finding for ${requirement}`);
  return found;
}

describe('who may not serve', () => {
  it('somebody of whom nothing is known lacks everything, and hears of everything at once', () => {
    const answer = eligibility(
      { trainings: [], agreements: [], recordChecks: [], exemptions: [] },
      DAY,
      DEFAULT_ELIGIBILITY_SETTINGS,
    );
    expect(answer.ready).toBe(false);
    expect(answer.findings.map((f) => [f.requirement, f.outcome, f.remedy, f.rule, f.clause])).toEqual([
      ['TRAINING', 'MISSING', 'COMPLETE_TRAINING', 'H6', '§7.2.3'],
      ['VOLUNTEER_AGREEMENT', 'MISSING', 'SIGN_AGREEMENT', 'H7', undefined],
      ['RECORD_CHECK', 'MISSING', 'REQUEST_RECORD_CHECK', 'H8', '§7.1.3'],
      ['AGE', 'MISSING', 'ASK_DIRECTOR', 'H8', '§7.2.1'],
      ['WORK_STATUS', 'VALID', 'NONE', 'H8', '§7.1.3'],
    ]);
  });

  it('P38: a record check carries day 365 and blocks on day 366', () => {
    const on = (days: number) =>
      finding({ recordChecks: [{ result: 'CLEAR', on: ago(days), confirmed: true }] }, 'RECORD_CHECK');
    expect(on(365)).toMatchObject({ outcome: 'RENEWAL_DUE', until: DAY, remedy: 'RENEW_RECORD_CHECK' });
    expect(on(366)).toMatchObject({ outcome: 'EXPIRED', until: ago(1), remedy: 'RENEW_RECORD_CHECK' });
  });

  it('neither a setting nor a date on the paper stretches a record check past 365 days', () => {
    const old = { result: 'CLEAR', on: ago(366), until: addDays(DAY, 900), confirmed: true } as const;
    expect(finding({ recordChecks: [old] }, 'RECORD_CHECK', { recordCheckValidDays: 9999 }).outcome).toBe('EXPIRED');
  });

  it('a shorter setting and an earlier end on the paper both shorten it', () => {
    const check = { result: 'CLEAR', on: ago(100), confirmed: true } as const;
    expect(finding({ recordChecks: [check] }, 'RECORD_CHECK', { recordCheckValidDays: 99 }).outcome).toBe('EXPIRED');
    expect(finding({ recordChecks: [{ ...check, until: ago(1) }] }, 'RECORD_CHECK').outcome).toBe('EXPIRED');
  });

  it('a hit stops everything, and a later clear answer does not undo it', () => {
    const answer = judge({
      recordChecks: [
        { result: 'HIT', on: ago(50), confirmed: true },
        { result: 'CLEAR', on: ago(2), confirmed: true },
      ],
    });
    expect(answer.ready).toBe(false);
    expect(standingOf(answer)).toBe('STOPPED');
    expect(answer.findings.filter((f) => f.outcome === 'STOPPED')).toEqual([
      {
        requirement: 'RECORD_CHECK',
        rule: 'H8',
        clause: '§7.1.3',
        outcome: 'STOPPED',
        since: ago(50),
        remedy: 'ASK_DIRECTOR',
      },
      {
        requirement: 'WORK_STATUS',
        rule: 'H8',
        clause: '§7.1.3',
        outcome: 'STOPPED',
        since: ago(50),
        remedy: 'ASK_DIRECTOR',
      },
    ]);
  });

  it('a hit stops before its import is confirmed: waiting for a second person protects nobody here', () => {
    expect(standingOf(judge({ recordChecks: [{ result: 'HIT', on: DAY, confirmed: false }] }))).toBe('STOPPED');
  });

  it('what was found later does not reach back to the days before', () => {
    const recordChecks = [
      { result: 'CLEAR', on: ago(80), confirmed: true } as const,
      { result: 'HIT', on: addDays(DAY, 1), confirmed: true } as const,
    ];
    expect(standingOf(judge({ recordChecks }))).toBe('READY');
    expect(standingOf(judge({ recordChecks }, {}, addDays(DAY, 1)))).toBe('STOPPED');
  });

  it('a minor cannot be checked and never serves alone, whatever paper there is', () => {
    const minor = { birthDate: localDate('2010-06-15') };
    expect(judge(minor).ready).toBe(false);
    expect(finding(minor, 'RECORD_CHECK')).toMatchObject({
      outcome: 'MISSING',
      remedy: 'SERVE_BESIDE_CLEARED_ADULT',
      until: '2028-06-14',
    });
    expect(finding(minor, 'AGE').outcome).toBe('VALID');
  });

  it('somebody younger than the agency allows reads until when', () => {
    expect(finding({ birthDate: localDate('2012-11-23') }, 'AGE')).toMatchObject({
      outcome: 'MISSING',
      remedy: 'WAIT_FOR_AGE',
      until: '2026-11-22',
    });
    expect(finding({ birthDate: localDate('2012-11-22') }, 'AGE').outcome).toBe('VALID');
  });

  it('a stop-work order holds from its day on', () => {
    expect(standingOf(judge({ stoppedSince: DAY }))).toBe('STOPPED');
    expect(standingOf(judge({ stoppedSince: addDays(DAY, 1) }))).toBe('READY');
  });

  it('facts of tomorrow do not count today', () => {
    const on = addDays(DAY, 1);
    const answer = judge({
      trainings: [{ kind: 'PRE_SERVICE', on, confirmed: true }],
      agreements: [{ on, confirmed: true }],
      recordChecks: [{ result: 'CLEAR', on, confirmed: true }],
    });
    expect(answer.findings.slice(0, 3).map((f) => f.outcome)).toEqual(['MISSING', 'MISSING', 'MISSING']);
  });

  it('imported facts count only once confirmed, and confirming them is the remedy', () => {
    const answer = judge({
      trainings: [{ kind: 'PRE_SERVICE', on: ago(10), confirmed: false }],
      agreements: [{ on: ago(10), confirmed: false }],
      recordChecks: [{ result: 'CLEAR', on: ago(10), confirmed: false }],
    });
    expect(answer.findings.slice(0, 3).map((f) => [f.outcome, f.remedy])).toEqual([
      ['MISSING', 'CONFIRM_IMPORTED_FACT'],
      ['MISSING', 'CONFIRM_IMPORTED_FACT'],
      ['MISSING', 'CONFIRM_IMPORTED_FACT'],
    ]);
  });

  it('does not send anyone to confirm a fact that has itself run out', () => {
    expect(finding({ agreements: [{ on: ago(900), confirmed: false }] }, 'VOLUNTEER_AGREEMENT').remedy).toBe(
      'SIGN_AGREEMENT',
    );
  });

  it('in-service learning does not replace the training before service', () => {
    expect(finding({ trainings: [{ kind: 'IN_SERVICE', on: ago(5), confirmed: true }] }, 'TRAINING')).toMatchObject({
      outcome: 'MISSING',
      remedy: 'COMPLETE_TRAINING',
    });
  });

  it.each([
    ['nobody approved it', { approvedBy: ' ', until: addDays(DAY, 9) }],
    ['it has ended', { approvedBy: 'director', until: ago(1) }],
    ['it begins only later', { approvedBy: 'director', from: addDays(DAY, 1), until: addDays(DAY, 9) }],
  ])('an exemption does not hold where %s', (_, part) => {
    const exemptions = [{ requirement: 'TRAINING' as const, from: ago(10), ...part }];
    expect(finding({ trainings: [], exemptions }, 'TRAINING').outcome).toBe('MISSING');
  });

  it('an exemption from one thing is not one from another', () => {
    const exemptions = [
      { requirement: 'VOLUNTEER_AGREEMENT' as const, approvedBy: 'director', from: DAY, until: addDays(DAY, 9) },
    ];
    expect(finding({ trainings: [], exemptions }, 'TRAINING').outcome).toBe('MISSING');
  });

  it('no exemption ever reaches the record check, not even one smuggled past the types', () => {
    const smuggled = JSON.parse(
      JSON.stringify([
        { requirement: 'RECORD_CHECK', approvedBy: 'director', from: '2020-01-01', until: '2030-01-01' },
      ]),
    ) as EligibilityFacts['exemptions'];
    expect(finding({ recordChecks: [], exemptions: smuggled }, 'RECORD_CHECK').outcome).toBe('MISSING');
  });
});

describe('who may serve', () => {
  it('an adult with training, agreement and a clear check', () => {
    const answer = judge({});
    expect(answer).toMatchObject({ ready: true, serviceDate: DAY });
    expect(new Set(answer.findings.map((f) => f.outcome))).toEqual(new Set(['VALID']));
    expect(standingOf(answer)).toBe('READY');
  });

  it('renewal due is a warning and still assignable: 30 days before the end, not 31', () => {
    const ending = (days: number) =>
      judge({ agreements: [{ on: ago(9), until: addDays(DAY, days), confirmed: true }] });
    expect(standingOf(ending(30))).toBe('RENEWAL_DUE');
    expect(ending(30).ready).toBe(true);
    expect(standingOf(ending(31))).toBe('READY');
  });

  it('an exemption with approver and end carries training or agreement', () => {
    const exemptions = [{ requirement: 'VOLUNTEER_AGREEMENT' as const, approvedBy: 'director', from: DAY, until: DAY }];
    expect(finding({ agreements: [], exemptions }, 'VOLUNTEER_AGREEMENT')).toMatchObject({
      outcome: 'EXEMPT',
      until: DAY,
    });
    expect(judge({ agreements: [], exemptions }).ready).toBe(true);
  });

  it('in-service learning renews an older training', () => {
    const first = { kind: 'PRE_SERVICE', on: ago(731), confirmed: true } as const;
    expect(finding({ trainings: [first] }, 'TRAINING').outcome).toBe('EXPIRED');
    const trainings = [first, { kind: 'IN_SERVICE', on: ago(31), confirmed: true } as const];
    expect(finding({ trainings }, 'TRAINING').outcome).toBe('VALID');
  });

  it('learning from before the first training carries nothing', () => {
    const trainings = [
      { kind: 'IN_SERVICE', on: ago(50), until: addDays(DAY, 500), confirmed: true } as const,
      { kind: 'PRE_SERVICE', on: ago(40), until: ago(1), confirmed: true } as const,
    ];
    expect(finding({ trainings }, 'TRAINING').outcome).toBe('EXPIRED');
  });

  it('the fact that counts longest decides, in whatever order they come', () => {
    const agreements = [
      { on: ago(10), until: addDays(DAY, 300), confirmed: true },
      { on: ago(400), until: ago(35), confirmed: true },
    ];
    expect(finding({ agreements: [...agreements].reverse() }, 'VOLUNTEER_AGREEMENT')).toEqual(
      finding({ agreements }, 'VOLUNTEER_AGREEMENT'),
    );
  });
});

describe('what others than checker and director read (H8)', () => {
  it('never tells a hit from a check that is not there', () => {
    const hit = withoutHit(judge({ recordChecks: [{ result: 'HIT', on: ago(3), confirmed: true }] }));
    const none = withoutHit(judge({ recordChecks: [], stoppedSince: ago(9) }));
    expect(hit).toEqual(none);
    expect(standingOf(hit)).toBe('STOPPED');
  });

  it('reads "not available" and whom to ask, of everybody whose work has stopped', () => {
    const stopped = withoutHit(judge({ stoppedSince: ago(9) }));
    expect(stopped.findings.find((one) => one.requirement === 'RECORD_CHECK')).toEqual({
      requirement: 'RECORD_CHECK',
      rule: 'H8',
      clause: '§7.1.3',
      outcome: 'NOT_AVAILABLE',
      remedy: 'ASK_DIRECTOR',
    });
    expect(withoutHit(judge({}))).toEqual(judge({}));
  });
});

describe('how many are ready, and why the others are not', () => {
  const people = [
    judge({}),
    judge({ agreements: [] }),
    judge({ agreements: [], recordChecks: [{ result: 'CLEAR', on: ago(400), confirmed: true }] }),
    judge({ agreements: [{ on: ago(9), until: addDays(DAY, 3), confirmed: true }] }),
    withoutHit(judge({ recordChecks: [{ result: 'HIT', on: ago(3), confirmed: true }] })),
  ];

  it('counts everybody once by standing, and in each reason that they have', () => {
    expect(readinessCounts(people)).toEqual({
      total: 5,
      standings: { READY: 1, RENEWAL_DUE: 1, NOT_READY: 2, STOPPED: 1 },
      reasons: [
        { requirement: 'WORK_STATUS', outcome: 'STOPPED', people: 1 },
        { requirement: 'VOLUNTEER_AGREEMENT', outcome: 'MISSING', people: 2 },
        { requirement: 'RECORD_CHECK', outcome: 'EXPIRED', people: 1 },
        { requirement: 'VOLUNTEER_AGREEMENT', outcome: 'RENEWAL_DUE', people: 1 },
      ],
    });
  });

  it('reads a reason from an address, and nothing from any other word', () => {
    for (const reason of readinessCounts(people).reasons) {
      expect(parseReason(reasonKey(reason))).toMatchObject({
        requirement: reason.requirement,
        outcome: reason.outcome,
      });
    }
    const others = ['', 'TRAINING', 'TRAINING-VALID', 'RECORD_CHECK-NOT_AVAILABLE', 'toString', 'TRAINING-MISSING-'];
    for (const word of others) expect(parseReason(word)).toBeUndefined();
  });
});
