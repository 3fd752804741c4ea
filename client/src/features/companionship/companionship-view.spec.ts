import { COMPANIONSHIP_MACHINE } from '@tongxing/shared/states';
import { stagesOf, stateFilter, STATES, timelineOf } from './companionship-view.js';

const done = (facts: Parameters<typeof stagesOf>[0]) =>
  stagesOf(facts).flatMap(({ stage, at }) => (at === 'done' ? [stage] : []));

describe('stagesOf', () => {
  it('does not call done what never happened before an early end', () => {
    expect(done({ state: 'ENDED' })).toEqual(['PROPOSED', 'VOLUNTEER']);
    expect(done({ state: 'ENDED', consent: { givenOn: '2026-10-01' } })).toEqual(['PROPOSED', 'VOLUNTEER', 'FAMILY']);
  });

  it('marks one present step in each state of the machine', () => {
    for (const state of STATES) {
      expect([state, stagesOf({ state }).filter(({ at }) => at === 'now').length]).toEqual([state, 1]);
    }
  });

  it('walks on with each consent', () => {
    expect(done({ state: 'ACCEPTED' })).toEqual(['PROPOSED']);
    expect(done({ state: 'VOLUNTEER_AGREED' })).toEqual(['PROPOSED', 'VOLUNTEER']);
    expect(done({ state: 'ACTIVE' })).toEqual(['PROPOSED', 'VOLUNTEER', 'FAMILY']);
  });
});

describe('timelineOf', () => {
  const consent = {
    serviceAgreementSignedOn: '2026-10-02',
    givenOn: '2026-10-02',
    childAnswer: 'YES',
    childAnsweredOn: '2026-10-05',
    withdrawnOn: null,
  } as const;

  it('tells only of what has a day', () => {
    expect(timelineOf({}, '2026-11-22')).toEqual([]);
  });

  it('puts the oldest first, and knows what is still to come', () => {
    const plan = { approvedOn: '2026-10-06' };
    expect(timelineOf({ consent, plan, startsOn: '2026-12-01' }, '2026-11-22')).toEqual([
      { kind: 'AGREEMENT', on: '2026-10-02', ahead: false },
      { kind: 'CONSENT', on: '2026-10-02', ahead: false },
      { kind: 'CHILD', on: '2026-10-05', ahead: false },
      { kind: 'PLAN', on: '2026-10-06', ahead: false },
      { kind: 'START', on: '2026-12-01', ahead: true },
    ]);
  });
});

describe('states', () => {
  it('are those of the machine', () => {
    expect([...STATES].sort()).toEqual(Object.keys(COMPANIONSHIP_MACHINE).sort());
  });

  it('an address with an unknown state filters nothing', () => {
    expect([stateFilter('BROKEN'), stateFilter('ACTIVE')]).toEqual([null, 'ACTIVE']);
  });
});
