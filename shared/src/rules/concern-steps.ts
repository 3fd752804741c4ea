// What can be written on a concern, as data: the server decides by it, the page offers only what follows (SM12, H9, H17, H18).
import { CONCERN_MACHINE, mayMove, type ConcernState } from '../states/index.js';

export const CONCERN_STEP_KINDS = [
  'TRIAGED',
  'SAFETY_ACTION',
  /** Made by the triage itself (H18); nobody writes it by hand. */
  'DROPOUT_TASK',
  'CRISIS_WORK',
  'TASK_DONE',
  'REPORTED',
  'REFERENCE',
  'AUTHORITY_LED',
  'ACCOUNT',
  'ACCOUNT_ASKED',
  'ACCOUNT_ALLOWED',
  'ACCOUNT_REFUSED',
  'SUPPORT',
  'REVIEWED',
  'CLOSE_ASKED',
  'CLOSED',
] as const;
export type ConcernStepKind = (typeof CONCERN_STEP_KINDS)[number];

export const CONCERN_CATEGORIES = [
  'HARM',
  'NEGLECT',
  'DROPOUT',
  'CONDUCT',
  'FAMILY_CRISIS',
  'SELF_HARM',
  'OTHER',
] as const;
export type ConcernCategory = (typeof CONCERN_CATEGORIES)[number];
export const AUTHORITIES = ['POLICE', 'CIVIL_AFFAIRS', 'EDUCATION', 'PROCURATORATE', 'COMMUNITY', 'OTHER'] as const;
export type Authority = (typeof AUTHORITIES)[number];

export const CONCERN_STEP_FIELDS = [
  'words',
  'category',
  'assigneeId',
  'dueAt',
  'taskId',
  'authority',
  'happenedAt',
  'reference',
] as const;
export type ConcernStepField = (typeof CONCERN_STEP_FIELDS)[number];

interface StepRule {
  readonly needs: readonly ConcernStepField[];
  readonly takes?: readonly ConcernStepField[];
  /** The state it leads to; a step without one may be written in every open state. */
  readonly to?: ConcernState;
  /** States in which it may be written once more and changes nothing of where the concern stands. */
  readonly staysIn?: readonly ConcernState[];
}

const AFTER_SAFETY: readonly ConcernState[] = ['SAFETY_ACTIONS', 'REPORTED', 'AUTHORITY_LED', 'SUPPORT', 'REVIEWED'];

export const CONCERN_STEPS: Readonly<Record<ConcernStepKind, StepRule>> = {
  TRIAGED: { needs: ['category', 'words'] },
  SAFETY_ACTION: { needs: ['words', 'assigneeId', 'dueAt'], to: 'SAFETY_ACTIONS', staysIn: AFTER_SAFETY },
  DROPOUT_TASK: { needs: ['assigneeId', 'dueAt'] },
  CRISIS_WORK: { needs: ['words'] },
  TASK_DONE: { needs: ['taskId', 'words'] },
  REPORTED: {
    needs: ['authority'],
    // Just now, where no moment is named.
    takes: ['happenedAt', 'reference', 'words'],
    to: 'REPORTED',
    staysIn: ['REPORTED', 'AUTHORITY_LED'],
  },
  REFERENCE: { needs: ['reference'] },
  AUTHORITY_LED: { needs: ['words'], to: 'AUTHORITY_LED', staysIn: ['AUTHORITY_LED'] },
  ACCOUNT: { needs: ['words'] },
  ACCOUNT_ASKED: { needs: ['words'] },
  ACCOUNT_ALLOWED: { needs: ['words'] },
  ACCOUNT_REFUSED: { needs: ['words'] },
  SUPPORT: { needs: ['words'], to: 'SUPPORT', staysIn: ['SUPPORT'] },
  REVIEWED: { needs: ['words'], to: 'REVIEWED', staysIn: ['REVIEWED'] },
  CLOSE_ASKED: { needs: ['words'] },
  CLOSED: { needs: ['words'], to: 'CLOSED' },
};

/** Where a step leads from here; undefined where it does not follow. Whoever writes a step has seen the concern. */
export function stateAfter(from: ConcernState, kind: ConcernStepKind): ConcernState | undefined {
  const seen = from === 'RECEIVED' ? 'SEEN' : from;
  if (seen === 'CLOSED') return undefined;
  const { to, staysIn } = CONCERN_STEPS[kind];
  if (to === undefined || staysIn?.includes(seen)) return seen;
  return mayMove(CONCERN_MACHINE, seen, to) ? to : undefined;
}
