// SM12: from the moment somebody says that something is wrong to its end. Nothing leads out of it but the last step.
import type { Machine } from './machine.js';

/** Raised is two: RECEIVED while nobody in charge has seen it, SEEN from then on. */
export const CONCERN_STATES = [
  'RECEIVED',
  'SEEN',
  'SAFETY_ACTIONS',
  'REPORTED',
  'AUTHORITY_LED',
  'SUPPORT',
  'REVIEWED',
  'CLOSED',
] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

export const CONCERN_MACHINE: Machine<ConcernState> = {
  RECEIVED: { to: ['SEEN'] },
  // A report never waits for paperwork: it may come before the safety actions are written down.
  SEEN: { to: ['SAFETY_ACTIONS', 'REPORTED'] },
  // Support without a report: somebody says why none is owed.
  SAFETY_ACTIONS: { to: ['REPORTED', 'SUPPORT'], reasonFor: ['SUPPORT'] },
  REPORTED: { to: ['AUTHORITY_LED', 'SUPPORT'] },
  AUTHORITY_LED: { to: ['SUPPORT'] },
  // What support brings to light may have to be reported after all.
  SUPPORT: { to: ['REPORTED', 'REVIEWED'] },
  REVIEWED: { to: ['SUPPORT', 'CLOSED'], reasonFor: ['SUPPORT', 'CLOSED'] },
  CLOSED: { to: [] },
};

/** States in which it is somebody's to act on. */
export const OPEN_CONCERN_STATES = CONCERN_STATES.filter((state) => state !== 'CLOSED');
