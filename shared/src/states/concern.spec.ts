import { CONCERN_MACHINE, CONCERN_STATES, OPEN_CONCERN_STATES } from './concern.js';
import { flawsOf } from './machine-proof.js';
import { mayMove, needsReason } from './machine.js';

describe('SM12', () => {
  it('never ends but by being closed, and nothing is closed that was not reviewed', () => {
    expect(CONCERN_STATES.filter((from) => mayMove(CONCERN_MACHINE, from, 'CLOSED'))).toEqual(['REVIEWED']);
    expect(needsReason(CONCERN_MACHINE, 'REVIEWED', 'CLOSED')).toBe(true);
    expect(OPEN_CONCERN_STATES).not.toContain('CLOSED');
  });

  it('reaches each state, and only its end is final', () => {
    expect(flawsOf(CONCERN_MACHINE, 'RECEIVED', ['CLOSED'])).toEqual([]);
  });

  it('asks why, where support begins without a report', () => {
    expect(needsReason(CONCERN_MACHINE, 'SAFETY_ACTIONS', 'SUPPORT')).toBe(true);
    expect(needsReason(CONCERN_MACHINE, 'REPORTED', 'SUPPORT')).toBe(false);
  });

  it('lets a report go out before anything else is written down, and again when support brings more to light', () => {
    expect(CONCERN_STATES.filter((from) => mayMove(CONCERN_MACHINE, from, 'REPORTED'))).toEqual([
      'SEEN',
      'SAFETY_ACTIONS',
      'SUPPORT',
    ]);
  });
});
