// SM6 and SM6b: from a sponsor's promise to its end, and from a draft to what a sponsor may read.
import type { Machine } from './machine.js';

/** A promise to stand beside one child. The donor offers; a social worker matches (H23); the family agrees. */
export type SponsorshipState = 'OFFERED' | 'WORKER_MATCHED' | 'CONSENTED' | 'ACTIVE' | 'PAUSED' | 'ENDED';
export const SPONSORSHIP_STATES: readonly SponsorshipState[] = [
  'OFFERED',
  'WORKER_MATCHED',
  'CONSENTED',
  'ACTIVE',
  'PAUSED',
  'ENDED',
];
export const SPONSORSHIP_MACHINE: Machine<SponsorshipState> = {
  OFFERED: { to: ['WORKER_MATCHED', 'ENDED'], reasonFor: ['ENDED'] },
  WORKER_MATCHED: { to: ['CONSENTED', 'ENDED'], reasonFor: ['ENDED'] },
  CONSENTED: { to: ['ACTIVE', 'ENDED'], reasonFor: ['ENDED'] },
  ACTIVE: { to: ['PAUSED', 'ENDED'], reasonFor: ['ENDED'] },
  PAUSED: { to: ['ACTIVE', 'ENDED'], reasonFor: ['ENDED'] },
  ENDED: { to: [] },
};
export const SPONSORSHIP_ENDS = ['COMPLETED', 'WITHDRAWN', 'YIELDED', 'MOVED', 'LAPSED'] as const;
export type SponsorshipEnd = (typeof SPONSORSHIP_ENDS)[number];

/** A card about a child's progress: written, read by somebody else, released, taken back. */
export type ProgressCardState = 'DRAFT' | 'REVIEWED' | 'RELEASED' | 'WITHDRAWN';
export const PROGRESS_CARD_STATES: readonly ProgressCardState[] = ['DRAFT', 'REVIEWED', 'RELEASED', 'WITHDRAWN'];
export const PROGRESS_CARD_MACHINE: Machine<ProgressCardState> = {
  DRAFT: { to: ['REVIEWED', 'WITHDRAWN'], reasonFor: ['WITHDRAWN'] },
  REVIEWED: { to: ['RELEASED', 'DRAFT', 'WITHDRAWN'], reasonFor: ['DRAFT', 'WITHDRAWN'] },
  RELEASED: { to: ['WITHDRAWN'], reasonFor: ['WITHDRAWN'] },
  WITHDRAWN: { to: [] },
};

/** What a card under a safeguarding flag may still become: nothing that anybody outside reads. */
export const FROZEN_CARD_MAY: readonly ProgressCardState[] = ['WITHDRAWN'];
/** So many people, none of them the author, lift the flag. */
export const PEOPLE_TO_CLEAR = 2;
