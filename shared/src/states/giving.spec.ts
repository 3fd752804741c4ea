import { flawsOf } from './machine-proof.js';
import { mayMove, needsReason } from './machine.js';
import {
  FROZEN_CARD_MAY,
  PROGRESS_CARD_MACHINE,
  PROGRESS_CARD_STATES,
  SPONSORSHIP_MACHINE,
  SPONSORSHIP_STATES,
} from './giving.js';

describe('SM6', () => {
  it('is sound, and its end is final', () => {
    expect(flawsOf(SPONSORSHIP_MACHINE, 'OFFERED', ['ENDED'])).toEqual([]);
  });

  it('nothing becomes active but from the consent or out of a pause', () => {
    const ways = SPONSORSHIP_STATES.filter((from) => mayMove(SPONSORSHIP_MACHINE, from, 'ACTIVE'));
    expect(ways).toEqual(['CONSENTED', 'PAUSED']);
  });
});

describe('SM6b', () => {
  it('is sound, and what was taken back stays so', () => {
    expect(flawsOf(PROGRESS_CARD_MACHINE, 'DRAFT', ['WITHDRAWN'])).toEqual([]);
  });

  it('nothing is released that nobody else has read', () => {
    const ways = PROGRESS_CARD_STATES.filter((from) => mayMove(PROGRESS_CARD_MACHINE, from, 'RELEASED'));
    expect(ways).toEqual(['REVIEWED']);
  });

  it('sending back and taking back need a reason', () => {
    expect(needsReason(PROGRESS_CARD_MACHINE, 'REVIEWED', 'DRAFT')).toBe(true);
    expect(needsReason(PROGRESS_CARD_MACHINE, 'RELEASED', 'WITHDRAWN')).toBe(true);
  });

  it('a flag leaves only the way out of everybody’s sight', () => {
    expect(FROZEN_CARD_MAY).toEqual(['WITHDRAWN']);
  });
});
