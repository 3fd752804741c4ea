// Problem D: shares that sponsors pledged, and children who need sponsors. A worker matches them; nobody picks a child.
import type { ScorePart } from '../types.js';

/** What a sponsor may ask for beside the programme; it counts in the score and never excludes a child. */
export interface ShareWishes {
  readonly area?: string | undefined;
  /** School stage, as the children's records have it. */
  readonly stage?: string | undefined;
  /** Domain of need that the sponsor would rather help with. */
  readonly need?: string | undefined;
}
export interface ShareSponsor {
  readonly id: string;
  /** Shares pledged in all; each of the snapshot's locks takes one. */
  readonly shares: number;
  /** Months for which the shares are pledged. */
  readonly months: number;
  /** The programme to which the sponsor gives; missing: to whichever needs it most. */
  readonly programme?: string | undefined;
  readonly wishes?: ShareWishes | undefined;
  /** Whether the commitment stands and its terms are accepted. */
  readonly eligible: boolean;
}
export interface ShareChild {
  readonly id: string;
  /** Sponsors whom the child can have in all, one share each; each lock takes one. */
  readonly shares: number;
  /** Months for which a sponsor is needed. */
  readonly months: number;
  readonly programme: string;
  readonly area?: string | undefined;
  readonly stage?: string | undefined;
  readonly needs: readonly string[];
  /** 1 (least pressing) to 5. */
  readonly priority: number;
  readonly waitingDays: number;
  /** Whether guardian and child agreed to a sponsorship (H21). */
  readonly consented: boolean;
}
export interface Share {
  readonly sponsorId: string;
  readonly childId: string;
}
export interface ShareSnapshot {
  readonly sponsors: readonly ShareSponsor[];
  readonly children: readonly ShareChild[];
  readonly locks: readonly Share[];
  readonly vetoes: readonly Share[];
  /** Who sponsored whom before, for the criterion of continuity. */
  readonly earlierShares?: readonly Share[] | undefined;
}
export type ShareCriterion = 'priority' | 'waiting' | 'wishes' | 'continuity';
export interface ShareWeights {
  readonly version: number;
  readonly criteria: readonly { readonly criterion: ShareCriterion; readonly weight: number; readonly why: string }[];
}
/** Why a share of a sponsor cannot go to a child. */
export type ShareRejection =
  | 'NOT_ELIGIBLE'
  | 'NO_SHARE_LEFT'
  | 'NO_CONSENT'
  | 'NO_SHARE_NEEDED'
  | 'OTHER_PROGRAMME'
  | 'PLEDGE_TOO_SHORT'
  | 'SPONSORS_ALREADY'
  | 'VETOED';
/** The parts of a share's score; the facts: level (priority), days (waiting), wishes met of wishes made, `BEFORE` or `NEW`. */
export type SharePart = Omit<ScorePart, 'criterion'> & { readonly criterion: ShareCriterion };
