// SM13: from a proposal of the engine to a companionship that ends with a closing talk.
import type { Machine } from './machine.js';

export type ProposalState = 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED';
export const PROPOSAL_MACHINE: Machine<ProposalState> = {
  PROPOSED: { to: ['ACCEPTED', 'DECLINED', 'EXPIRED'], reasonFor: ['DECLINED'] },
  ACCEPTED: { to: [] },
  DECLINED: { to: [] },
  EXPIRED: { to: [] },
};

/** The life of an accepted pair. Each state but the first is entered by a person's own recorded act. */
export type CompanionshipState =
  'ACCEPTED' | 'VOLUNTEER_AGREED' | 'VOLUNTEER_DECLINED' | 'FAMILY_CONSENTED' | 'ACTIVE' | 'PAUSED' | 'ENDED';
export const COMPANIONSHIP_MACHINE: Machine<CompanionshipState> = {
  ACCEPTED: {
    to: ['VOLUNTEER_AGREED', 'VOLUNTEER_DECLINED', 'ENDED'],
    reasonFor: ['VOLUNTEER_DECLINED', 'ENDED'],
  },
  VOLUNTEER_AGREED: { to: ['FAMILY_CONSENTED', 'ENDED'], reasonFor: ['ENDED'] },
  VOLUNTEER_DECLINED: { to: [] },
  FAMILY_CONSENTED: { to: ['ACTIVE', 'VOLUNTEER_AGREED', 'ENDED'], reasonFor: ['ENDED'] },
  ACTIVE: { to: ['PAUSED', 'ENDED'], reasonFor: ['PAUSED', 'ENDED'] },
  PAUSED: { to: ['ACTIVE', 'ENDED'], reasonFor: ['ENDED'] },
  ENDED: { to: [] },
};

/** States in which the pair holds the child's one place and one of the volunteer's places. */
export const HOLDS_PLACE: readonly CompanionshipState[] = [
  'ACCEPTED',
  'VOLUNTEER_AGREED',
  'FAMILY_CONSENTED',
  'ACTIVE',
  'PAUSED',
];
