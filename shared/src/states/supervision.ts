// SM9: from a day that was agreed to a talk that both have signed and whose agreements are done.
import type { Machine } from './machine.js';

export const SUPERVISION_STATES = ['SCHEDULED', 'HELD', 'SIGNED', 'ACTIONS_OPEN', 'DONE', 'MISSED'] as const;
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

export const SUPERVISION_MACHINE: Machine<SupervisionState> = {
  SCHEDULED: { to: ['HELD', 'MISSED'], reasonFor: ['MISSED'] },
  // Signed by whoever led it; everybody who came signs too.
  HELD: { to: ['SIGNED'] },
  SIGNED: { to: ['ACTIONS_OPEN', 'DONE'] },
  ACTIONS_OPEN: { to: ['DONE'] },
  DONE: { to: [] },
  MISSED: { to: [] },
};

/** States in which the talk has taken place. */
export const TOOK_PLACE: readonly SupervisionState[] = ['HELD', 'SIGNED', 'ACTIONS_OPEN', 'DONE'];
