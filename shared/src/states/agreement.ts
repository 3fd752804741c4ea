// An agreement: offered, signed by whoever it is with, countersigned by the agency, and ended by a date, never by a flag.
import type { Machine } from './machine.js';

export const AGREEMENT_STATES = ['TO_SIGN', 'TO_COUNTERSIGN', 'IN_FORCE', 'ENDED', 'WITHDRAWN', 'REPLACED'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export const AGREEMENT_MACHINE: Machine<AgreementState> = {
  TO_SIGN: { to: ['TO_COUNTERSIGN', 'WITHDRAWN'], reasonFor: ['WITHDRAWN'] },
  TO_COUNTERSIGN: { to: ['IN_FORCE', 'WITHDRAWN'], reasonFor: ['WITHDRAWN'] },
  IN_FORCE: { to: ['ENDED', 'REPLACED'], reasonFor: ['ENDED'] },
  ENDED: { to: [] },
  // Never came into force.
  WITHDRAWN: { to: [] },
  // A later one with the same person came into force.
  REPLACED: { to: [] },
};

/** Somebody has still to sign. */
export const UNSIGNED_AGREEMENTS: readonly AgreementState[] = ['TO_SIGN', 'TO_COUNTERSIGN'];
