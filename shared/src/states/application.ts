// The beginning of SM4: from a stranger's first line to a decision. Pausing is beside it: whoever rests keeps their place.
import type { Machine } from './machine.js';

export const APPLICATION_STATES = ['STARTED', 'SENT', 'TALKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
export const APPLICATION_MACHINE: Machine<ApplicationState> = {
  STARTED: { to: ['SENT', 'WITHDRAWN'] },
  SENT: { to: ['TALKED', 'DECLINED', 'WITHDRAWN'], reasonFor: ['DECLINED'] },
  // Nobody is taken on whom nobody has talked with.
  TALKED: { to: ['ACCEPTED', 'DECLINED', 'WITHDRAWN'], reasonFor: ['DECLINED'] },
  ACCEPTED: { to: [] },
  DECLINED: { to: [] },
  WITHDRAWN: { to: [] },
};
/** In these the applicant may still change what they wrote. */
export const APPLICATION_OPEN: readonly ApplicationState[] = ['STARTED', 'SENT', 'TALKED'];
/** In these the agency has something to do. */
export const APPLICATION_WAITS: readonly ApplicationState[] = ['SENT', 'TALKED'];
