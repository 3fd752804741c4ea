import { localDate } from '../kernel/index.js';
import { companionshipGate, type CompanionshipFacts } from './companionship-gate.js';
import { eligibility } from './eligibility.js';
import { DEFAULT_ELIGIBILITY_SETTINGS } from './eligibility-settings.js';

const START = localDate('2026-12-01');
const EARLIER = localDate('2026-11-25');
const LATER = localDate('2026-12-02');
const volunteer = (checkedOn: string) =>
  eligibility(
    {
      birthDate: localDate('1990-05-20'),
      trainings: [{ kind: 'PRE_SERVICE', on: localDate('2026-09-01'), confirmed: true }],
      agreements: [{ on: localDate('2026-09-01'), confirmed: true }],
      recordChecks: [{ result: 'CLEAR', on: localDate(checkedOn), confirmed: true }],
      exemptions: [],
    },
    START,
    DEFAULT_ELIGIBILITY_SETTINGS,
  );
const COMPLETE: CompanionshipFacts = {
  startsOn: START,
  serviceAgreementSignedOn: EARLIER,
  consent: { givenOn: EARLIER, validUntil: START },
  childAnswer: { answer: 'YES', on: EARLIER },
  plan: { approvedBy: 'worker', approvedOn: EARLIER },
  eligibility: volunteer('2026-09-01'),
  conductAcceptedOn: START,
};
const codes = (part: Partial<CompanionshipFacts>) => companionshipGate({ ...COMPLETE, ...part }).map((b) => b.code);

describe('H26', () => {
  it('with nothing in hand every blocker is named, not only the first', () => {
    const blockers = companionshipGate({ startsOn: START, eligibility: volunteer('2025-09-01') });
    expect(blockers.map((b) => [b.code, b.rule, b.clause])).toEqual([
      ['SERVICE_AGREEMENT_MISSING', 'H5', '§6.1.2'],
      ['CONSENT_MISSING', 'H21', undefined],
      ['CHILD_ANSWER_MISSING', 'H26', '§4.5'],
      ['PLAN_MISSING', 'H13', undefined],
      ['VOLUNTEER_NOT_ELIGIBLE', 'H26', undefined],
      ['CONDUCT_NOT_ACCEPTED', 'H25', '§7.5'],
    ]);
    expect(blockers[4]?.findings.map((f) => [f.requirement, f.outcome])).toEqual([['RECORD_CHECK', 'EXPIRED']]);
  });

  it.each<[string, Partial<CompanionshipFacts>, string]>([
    ['a service agreement signed after the start', { serviceAgreementSignedOn: LATER }, 'SERVICE_AGREEMENT_MISSING'],
    ['no consent', { consent: undefined }, 'CONSENT_MISSING'],
    ['a consent given after the start', { consent: { givenOn: LATER, validUntil: LATER } }, 'CONSENT_MISSING'],
    [
      'a consent that ended before the start',
      { consent: { givenOn: EARLIER, validUntil: EARLIER } },
      'CONSENT_EXPIRED',
    ],
    [
      'a consent withdrawn, even with a later date',
      { consent: { givenOn: EARLIER, validUntil: LATER, withdrawnOn: LATER } },
      'CONSENT_WITHDRAWN',
    ],
    ['a child who was not asked', { childAnswer: undefined }, 'CHILD_ANSWER_MISSING'],
    ['a child asked only after the start', { childAnswer: { answer: 'YES', on: LATER } }, 'CHILD_ANSWER_MISSING'],
    ['a child who said no', { childAnswer: { answer: 'NO', on: EARLIER } }, 'CHILD_SAID_NO'],
    ['no plan', { plan: undefined }, 'PLAN_MISSING'],
    ['a plan that nobody approved', { plan: { approvedBy: '', approvedOn: EARLIER } }, 'PLAN_MISSING'],
    ['conduct rules not accepted', { conductAcceptedOn: undefined }, 'CONDUCT_NOT_ACCEPTED'],
    ['a volunteer whose check ends the day before', { eligibility: volunteer('2025-11-30') }, 'VOLUNTEER_NOT_ELIGIBLE'],
  ])('is not active with %s', (_, part, code) => {
    expect(codes(part)).toEqual([code]);
  });

  it('refuses an eligibility that was judged at another day', () => {
    expect(() => companionshipGate({ ...COMPLETE, startsOn: LATER })).toThrow('another day');
  });

  it('is free with everything in hand, on the last day of consent and of the record check too', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ eligibility: volunteer('2025-12-01') })).toEqual([]);
  });
});
