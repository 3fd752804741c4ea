import { localDate } from '../kernel/index.js';
import {
  HELPER_MACHINE,
  HELPER_STATES,
  helperState,
  helperSteps,
  missingBefore,
  type HelperFacts,
  type HelperState,
} from './helper-journey.js';
import { flawsOf } from './machine-proof.js';
import { mayMove, needsReason } from './machine.js';

const day = (n: number) => localDate(`2026-01-${String(n).padStart(2, '0')}`);
const NOTHING: HelperFacts = {
  minor: true,
  begunOn: day(1),
  accompaniedOn: [],
  accompaniedNeeded: 3,
  recorded: {},
};
const READY: HelperFacts = {
  ...NOTHING,
  childYesOn: day(2),
  guardianYesOn: day(3),
  checkedOn: day(3),
  trainedOn: day(4),
  agreedOn: day(5),
  accompaniedOn: [day(9), day(7), day(8)],
};

describe('SM4b', () => {
  it('is sound, and its one end is having left', () => {
    expect(flawsOf(HELPER_MACHINE, 'INTERESTED', ['LEFT'])).toEqual([]);
  });

  it('lets somebody leave from everywhere, and asks nobody why', () => {
    for (const state of HELPER_STATES.filter((one) => one !== 'LEFT')) {
      expect([state, mayMove(HELPER_MACHINE, state, 'LEFT')]).toEqual([state, true]);
      expect(needsReason(HELPER_MACHINE, state, 'LEFT')).toBe(false);
    }
  });

  it('needs child and guardian for a minor: one of the two is not enough', () => {
    expect(helperState({ ...NOTHING, childYesOn: day(2) })).toBe('INTERESTED');
    expect(helperState({ ...NOTHING, guardianYesOn: day(2) })).toBe('INTERESTED');
    expect(helperState({ ...NOTHING, childYesOn: day(2), guardianYesOn: day(4) })).toBe('CONSENTED');
  });

  it('asks an adult for a record check and not for a guardian', () => {
    expect(helperState({ ...NOTHING, minor: false, guardianYesOn: day(2), childYesOn: day(2) })).toBe('INTERESTED');
    expect(helperState({ ...NOTHING, minor: false, checkedOn: day(2) })).toBe('CHECKED');
  });

  it('counts services beside a cleared adult up to the number that the agency asks for', () => {
    expect(helperState({ ...READY, accompaniedOn: [day(7), day(8)] })).toBe('AGREEMENT_SIGNED');
    expect(helperState(READY)).toBe('ACCOMPANIED');
    expect(helperSteps(READY).find(({ step }) => step === 'ACCOMPANIED')?.on).toBe(day(9));
  });

  it('falls back as far as something ends or is taken back, whatever was reached after it', () => {
    const active = { ...READY, recorded: { ACTIVE: day(10), CORE: day(20) } };
    expect(helperState(active)).toBe('CORE');
    expect(helperState({ ...active, agreedOn: undefined })).toBe('TRAINED');
    expect(helperState({ ...active, guardianYesOn: undefined })).toBe('INTERESTED');
    expect(helperState({ ...active, leftOn: day(21) })).toBe('LEFT');
  });

  it('says what is missing before a step, and that a minor does not become a colleague', () => {
    expect(missingBefore(NOTHING, 'ACTIVE')).toEqual(['CONSENTED', 'TRAINED', 'AGREEMENT_SIGNED', 'ACCOMPANIED']);
    expect(missingBefore(READY, 'ACTIVE')).toEqual([]);
    expect(missingBefore(READY, 'CORE')).toEqual(['ACTIVE']);
    expect(missingBefore({ ...READY, recorded: { ACTIVE: day(10), CORE: day(11) } }, 'STAFF')).toEqual(['STAFF']);
    const adult = { ...READY, minor: false, recorded: { ACTIVE: day(10), CORE: day(11) } };
    expect(missingBefore(adult, 'STAFF')).toEqual([]);
  });

  it('moves by the table from each state to the next', () => {
    for (const minor of [true, false]) {
      const order = helperSteps({ ...NOTHING, minor }).map(({ step }): HelperState => step);
      for (const [at, step] of order.slice(0, -1).entries()) {
        const next = order[at + 1] ?? 'LEFT';
        expect([step, next, mayMove(HELPER_MACHINE, step, next)]).toEqual([step, next, true]);
      }
    }
  });
});
