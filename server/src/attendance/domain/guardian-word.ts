// What a guardian may say of an activity by the personal link, and why not.
import type { ActivityState } from '@tongxing/shared/states';

export const SIGN_UP_REFUSALS = [
  'CHILD_NOT_ASKED',
  'CONSENT_MISSING',
  'CHILD_SAID_NO',
  'CLOSED',
  'FULL',
  'EXPOSURE',
] as const;
export type SignUpRefusal = (typeof SIGN_UP_REFUSALS)[number];

interface Word {
  readonly choice: 'SIGNED_UP' | 'OPTED_OUT';
  readonly saidBy: 'CHILD' | 'GUARDIAN' | null;
  readonly inMinute: number | null;
}
export interface SignUpFacts {
  readonly state: ActivityState;
  /** Children whom the plan expects. */
  readonly places: number;
  /** Other children who come. */
  readonly taken: number;
  readonly row: Word | undefined;
  /** As many visits by teams this month as the child may have. */
  readonly reached: boolean;
}
const SIGNS_UP: readonly ActivityState[] = ['OPEN', 'ROSTER_LOCKED'];
const OPTS_OUT: readonly ActivityState[] = ['RISK_REVIEWED', 'OPEN', 'ROSTER_LOCKED', 'RUNNING'];

/** The first reason against a sign-up; undefined where there is none. */
export function signUpRefusal({ state, places, taken, row, reached }: SignUpFacts): SignUpRefusal | undefined {
  if (!SIGNS_UP.includes(state)) return 'CLOSED';
  if (row?.choice === 'OPTED_OUT' && row.saidBy === 'CHILD') return 'CHILD_SAID_NO';
  if (taken >= places) return 'FULL';
  return reached ? 'EXPOSURE' : undefined;
}

/** Until the child is there, on the day itself as well. */
export const mayOptOut = (state: ActivityState, row: Word | undefined): boolean =>
  row?.choice === 'SIGNED_UP' && row.inMinute === null && OPTS_OUT.includes(state);
