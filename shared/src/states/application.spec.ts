import { APPLICATION_MACHINE } from './application.js';
import { flawsOf } from './machine-proof.js';
import { mayMove, needsReason } from './machine.js';

describe('SM4, applying', () => {
  it('ends accepted, declined or withdrawn, and nowhere else', () => {
    expect(flawsOf(APPLICATION_MACHINE, 'STARTED', ['ACCEPTED', 'DECLINED', 'WITHDRAWN'])).toEqual([]);
  });

  it('accepts nobody whom nobody has talked with, and declines nobody without a reason', () => {
    expect(mayMove(APPLICATION_MACHINE, 'SENT', 'ACCEPTED')).toBe(false);
    expect(mayMove(APPLICATION_MACHINE, 'STARTED', 'ACCEPTED')).toBe(false);
    expect(mayMove(APPLICATION_MACHINE, 'TALKED', 'ACCEPTED')).toBe(true);
    for (const from of ['SENT', 'TALKED'] as const)
      expect(needsReason(APPLICATION_MACHINE, from, 'DECLINED')).toBe(true);
  });

  it('lets an applicant go at any moment before the decision', () => {
    for (const from of ['STARTED', 'SENT', 'TALKED'] as const) {
      expect(mayMove(APPLICATION_MACHINE, from, 'WITHDRAWN')).toBe(true);
      expect(needsReason(APPLICATION_MACHINE, from, 'WITHDRAWN')).toBe(false);
    }
  });
});
