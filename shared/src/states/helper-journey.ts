// SM4b: somebody whom the agency serves becomes somebody who helps (助人自助). The state follows from dated facts.
import type { LocalDate } from '../kernel/index.js';
import type { Machine } from './machine.js';

export const HELPER_STATES = [
  'INTERESTED',
  'CONSENTED',
  'CHECKED',
  'TRAINED',
  'AGREEMENT_SIGNED',
  'ACCOMPANIED',
  'ACTIVE',
  'CORE',
  'STAFF',
  'LEFT',
] as const;
export type HelperState = (typeof HELPER_STATES)[number];

/** The way out is open from everywhere, and asks for no reason; whoever left begins anew as a journey of its own. */
export const HELPER_MACHINE: Machine<HelperState> = {
  INTERESTED: { to: ['CONSENTED', 'CHECKED', 'LEFT'] },
  CONSENTED: { to: ['TRAINED', 'LEFT'] },
  CHECKED: { to: ['TRAINED', 'LEFT'] },
  TRAINED: { to: ['AGREEMENT_SIGNED', 'LEFT'] },
  AGREEMENT_SIGNED: { to: ['ACCOMPANIED', 'LEFT'] },
  ACCOMPANIED: { to: ['ACTIVE', 'LEFT'] },
  ACTIVE: { to: ['CORE', 'LEFT'] },
  CORE: { to: ['STAFF', 'LEFT'] },
  STAFF: { to: ['LEFT'] },
  LEFT: { to: [] },
};

/** Steps in their order; a minor's family and the minor consent, an adult's record is checked (H8). */
export const HELPER_STEPS = HELPER_STATES.filter((state): state is HelperStep => state !== 'LEFT');
export type HelperStep = Exclude<HelperState, 'LEFT'>;
/** Steps that a worker records; all others follow from what stands elsewhere. */
export const RECORDED_STEPS = ['ACTIVE', 'CORE', 'STAFF'] as const;
export type RecordedStep = (typeof RECORDED_STEPS)[number];

export interface HelperFacts {
  readonly minor: boolean;
  readonly begunOn: LocalDate;
  readonly leftOn?: LocalDate | undefined;
  /** Since when the child, and a guardian, have said yes and not taken it back. */
  readonly childYesOn?: LocalDate | undefined;
  readonly guardianYesOn?: LocalDate | undefined;
  /** The day of what holds now, of each; undefined where it is missing or has ended. */
  readonly checkedOn?: LocalDate | undefined;
  readonly trainedOn?: LocalDate | undefined;
  readonly agreedOn?: LocalDate | undefined;
  /** Days of services beside a cleared adult, and how many the agency asks for. */
  readonly accompaniedOn: readonly LocalDate[];
  readonly accompaniedNeeded: number;
  readonly recorded: Readonly<Partial<Record<RecordedStep, LocalDate>>>;
}
export interface HelperStepView {
  readonly step: HelperStep;
  /** The day on which it was reached; undefined while it is ahead. */
  readonly on: LocalDate | undefined;
}

/** Every step that this person's way has, with the day on which it was reached. */
export function helperSteps(facts: HelperFacts): HelperStepView[] {
  const days: Readonly<Record<HelperStep, LocalDate | undefined>> = {
    INTERESTED: facts.begunOn,
    CONSENTED: later(facts.childYesOn, facts.guardianYesOn),
    CHECKED: facts.checkedOn,
    TRAINED: facts.trainedOn,
    AGREEMENT_SIGNED: facts.agreedOn,
    ACCOMPANIED: [...facts.accompaniedOn].sort()[facts.accompaniedNeeded - 1],
    ACTIVE: facts.recorded.ACTIVE,
    CORE: facts.recorded.CORE,
    STAFF: facts.recorded.STAFF,
  };
  return HELPER_STEPS.filter((step) => isOnWay(step, facts.minor)).map((step) => ({ step, on: days[step] }));
}

/** Where somebody stands: as far as every step before is reached and still holds. */
export function helperState(facts: HelperFacts): HelperState {
  if (facts.leftOn !== undefined) return 'LEFT';
  let state: HelperState = 'INTERESTED';
  for (const { step, on } of helperSteps(facts)) {
    if (on === undefined) return state;
    state = step;
  }
  return state;
}

/** What is still missing before a recorded step may be taken; empty where it may. An ended journey goes nowhere. */
export function missingBefore(facts: HelperFacts, wanted: RecordedStep): HelperStep[] {
  const steps = helperSteps(facts);
  const at = steps.findIndex(({ step }) => step === wanted);
  // Not on this person's way at all: a minor does not become a colleague.
  if (at === -1) return [wanted];
  return steps.slice(0, at).flatMap(({ step, on }) => (on === undefined ? [step] : []));
}

function isOnWay(step: HelperStep, minor: boolean): boolean {
  if (step === 'CONSENTED') return minor;
  return step === 'CHECKED' || step === 'STAFF' ? !minor : true;
}

function later(one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one > other ? one : other;
}
