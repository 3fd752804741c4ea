import { flawsOf } from './machine-proof.js';
import { mayMove, needsReason } from './machine.js';
import { SUPERVISION_MACHINE, SUPERVISION_STATES, TOOK_PLACE } from './supervision.js';

describe('SM9', () => {
  it('is sound; what was done and what was missed stay so', () => {
    expect(flawsOf(SUPERVISION_MACHINE, 'SCHEDULED', ['DONE', 'MISSED'])).toEqual([]);
  });

  it('nothing is signed that did not take place, and nothing is done that was not signed', () => {
    expect(SUPERVISION_STATES.filter((from) => mayMove(SUPERVISION_MACHINE, from, 'SIGNED'))).toEqual(['HELD']);
    expect(SUPERVISION_STATES.filter((from) => mayMove(SUPERVISION_MACHINE, from, 'DONE'))).toEqual([
      'SIGNED',
      'ACTIONS_OPEN',
    ]);
  });

  it('asks why a talk did not take place, and never counts it as one', () => {
    expect(needsReason(SUPERVISION_MACHINE, 'SCHEDULED', 'MISSED')).toBe(true);
    expect(TOOK_PLACE).not.toContain('MISSED');
  });
});
