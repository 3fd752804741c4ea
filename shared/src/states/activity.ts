// SM8: from a worker's draft to an activity that is looked back on and closed.
import type { Machine } from './machine.js';

export const ACTIVITY_STATES = [
  'DRAFT',
  'RISK_REVIEWED',
  'OPEN',
  'ROSTER_LOCKED',
  'RUNNING',
  'RECORDED',
  'EVALUATED',
  'CLOSED',
  'CANCELLED',
] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

/** A plan whose risks a second person has read; changed afterwards, it is a draft again. */
export const ACTIVITY_MACHINE: Machine<ActivityState> = {
  DRAFT: { to: ['RISK_REVIEWED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  RISK_REVIEWED: { to: ['OPEN', 'DRAFT', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  OPEN: { to: ['ROSTER_LOCKED', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  ROSTER_LOCKED: { to: ['RUNNING', 'CANCELLED'], reasonFor: ['CANCELLED'] },
  RUNNING: { to: ['RECORDED'] },
  RECORDED: { to: ['EVALUATED'] },
  EVALUATED: { to: ['CLOSED'] },
  CLOSED: { to: [] },
  CANCELLED: { to: [] },
};

/** Takes venue and workers for its hours (H22): what is called off gives them back, a draft has not taken them yet. */
export const ACTIVITY_TAKES_TIME: readonly ActivityState[] = [
  'RISK_REVIEWED',
  'OPEN',
  'ROSTER_LOCKED',
  'RUNNING',
  'RECORDED',
  'EVALUATED',
  'CLOSED',
];
