import { flawsOf } from './machine-proof.js';
import { mayMove, needsReason, type Machine } from './machine.js';
import { COMPANIONSHIP_MACHINE, HOLDS_PLACE, PROPOSAL_MACHINE, type CompanionshipState } from './match-proposal.js';

const STATES = Object.keys(COMPANIONSHIP_MACHINE) as CompanionshipState[];

describe('the proof of a table finds', () => {
  it('a state out of reach, a dead end, an end that goes on, and an idle reason', () => {
    type S = 'A' | 'B' | 'C' | 'D';
    const broken: Machine<S> = {
      A: { to: ['B', 'C'], reasonFor: ['D'] },
      B: { to: [] },
      C: { to: ['A'] },
      D: { to: ['D'] },
    };
    expect(flawsOf(broken, 'A', ['C'])).toEqual([
      'A asks a reason for D, which it cannot reach',
      'B is a dead end',
      'C is an end and goes on to A',
      'D cannot be reached from A',
      'D moves to itself',
    ]);
  });
});

describe('SM13', () => {
  it('a decided proposal stays decided', () => {
    expect(flawsOf(PROPOSAL_MACHINE, 'PROPOSED', ['ACCEPTED', 'DECLINED', 'EXPIRED'])).toEqual([]);
    expect(mayMove(PROPOSAL_MACHINE, 'DECLINED', 'ACCEPTED')).toBe(false);
    expect(needsReason(PROPOSAL_MACHINE, 'PROPOSED', 'DECLINED')).toBe(true);
    expect(needsReason(PROPOSAL_MACHINE, 'PROPOSED', 'ACCEPTED')).toBe(false);
  });

  it('nothing becomes active but from the family’s consent or out of a pause', () => {
    expect(STATES.filter((from) => mayMove(COMPANIONSHIP_MACHINE, from, 'ACTIVE'))).toEqual([
      'FAMILY_CONSENTED',
      'PAUSED',
    ]);
    expect(STATES.filter((from) => mayMove(COMPANIONSHIP_MACHINE, from, 'FAMILY_CONSENTED'))).toEqual([
      'VOLUNTEER_AGREED',
    ]);
  });

  it('reaches each state, and ends are final', () => {
    expect(flawsOf(COMPANIONSHIP_MACHINE, 'ACCEPTED', ['ENDED', 'VOLUNTEER_DECLINED'])).toEqual([]);
  });

  it('either side can stop at any moment, with a reason (H26)', () => {
    for (const from of STATES.filter((state) => state !== 'ENDED' && state !== 'VOLUNTEER_DECLINED')) {
      expect(mayMove(COMPANIONSHIP_MACHINE, from, 'ENDED')).toBe(true);
      expect(needsReason(COMPANIONSHIP_MACHINE, from, 'ENDED')).toBe(true);
    }
  });

  it('a pair holds its places until it ends', () => {
    expect(STATES.filter((state) => !HOLDS_PLACE.includes(state))).toEqual(['VOLUNTEER_DECLINED', 'ENDED']);
  });
});
