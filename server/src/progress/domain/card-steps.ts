// What a person may do with a card, and what becomes of it (SM6b): nobody releases what they wrote themselves.
import { err, ok, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  FROZEN_CARD_MAY,
  mayMove,
  needsReason,
  PROGRESS_CARD_MACHINE,
  type ProgressCardState,
} from '@tongxing/shared/states';

export const CARD_STEPS = ['REVIEW', 'RETURN', 'RELEASE', 'WITHDRAW', 'FREEZE', 'CLEAR'] as const;
export type CardStep = (typeof CARD_STEPS)[number];

/** What of a card decides. */
export interface CardStanding {
  readonly state: ProgressCardState;
  readonly writtenBy: PersonId;
  readonly changedBy: PersonId;
  readonly submittedAt: string | undefined;
  readonly frozenBy: PersonId | undefined;
  readonly clearedBy: PersonId | undefined;
}
export interface StepAct {
  readonly by: PersonId;
  readonly at: string;
  readonly note: string;
}
export type StepRefusal =
  | { readonly code: 'NOTE_NEEDED' }
  | { readonly code: 'SECOND_READER_NEEDED' }
  | { readonly code: 'TRANSITION_REFUSED'; readonly to: string };

/** What a step writes. */
export interface StepChange {
  readonly state?: ProgressCardState;
  readonly note?: string | null;
  readonly freezeReason?: string | null;
  readonly submittedAt?: string | null;
  readonly reviewedBy?: PersonId | null;
  readonly reviewedAt?: string | null;
  readonly releasedBy?: PersonId;
  readonly releasedAt?: string;
  readonly withdrawnBy?: PersonId;
  readonly withdrawnAt?: string;
  readonly frozenBy?: PersonId | null;
  readonly frozenAt?: string | null;
  readonly clearedBy?: PersonId | null;
  readonly changedAt: string;
}

/** The change that a step makes, or why it makes none. The flag of a concern says nothing beside the card. */
export function decide(
  card: CardStanding,
  step: CardStep | 'FREEZE_FOR_CONCERN',
  act: StepAct,
): Result<StepChange, StepRefusal> {
  switch (step) {
    case 'FREEZE_FOR_CONCERN':
    case 'FREEZE':
      if (card.frozenBy || card.state === 'WITHDRAWN') return refused('FROZEN');
      if (step === 'FREEZE_FOR_CONCERN') return ok({ ...frozen(act), freezeReason: null });
      if (act.note === '') return err({ code: 'NOTE_NEEDED' });
      return ok({ ...frozen(act), freezeReason: act.note });
    case 'CLEAR':
      return cleared(card, act);
    case 'REVIEW':
      return moved(card, 'REVIEWED', act, { reviewedBy: act.by, reviewedAt: act.at, note: null });
    case 'RETURN':
      return returned(card, act);
    case 'RELEASE':
      return moved(card, 'RELEASED', act, { releasedBy: act.by, releasedAt: act.at });
    case 'WITHDRAW':
      return moved(card, 'WITHDRAWN', act, { withdrawnBy: act.by, withdrawnAt: act.at, note: act.note });
  }
}

const frozen = ({ by, at }: StepAct) => ({ frozenBy: by, frozenAt: at, clearedBy: null, changedAt: at });

type Facts = Omit<StepChange, 'changedAt' | 'state'>;

function moved(card: CardStanding, to: ProgressCardState, act: StepAct, facts: Facts): Result<StepChange, StepRefusal> {
  if (!mayMove(PROGRESS_CARD_MACHINE, card.state, to)) return refused(to);
  if (card.frozenBy && !FROZEN_CARD_MAY.includes(to)) return refused(to);
  // A draft that its author is still at waits for nobody.
  if (to === 'REVIEWED' && !card.submittedAt) return refused(to);
  if (needsReason(PROGRESS_CARD_MACHINE, card.state, to) && act.note === '') return err({ code: 'NOTE_NEEDED' });
  if ((to === 'REVIEWED' || to === 'RELEASED') && isAuthor(card, act.by)) return err({ code: 'SECOND_READER_NEEDED' });
  return ok({ ...facts, state: to, changedAt: act.at });
}

/** Back to the author: from the second reader's table, read or not. */
function returned(card: CardStanding, act: StepAct): Result<StepChange, StepRefusal> {
  const back = { submittedAt: null, reviewedBy: null, reviewedAt: null, note: act.note };
  if (card.state === 'REVIEWED') return moved(card, 'DRAFT', act, back);
  if (card.state !== 'DRAFT' || !card.submittedAt || card.frozenBy) return refused('DRAFT');
  return act.note === '' ? err({ code: 'NOTE_NEEDED' }) : ok({ ...back, changedAt: act.at });
}

/** The flag goes when two have said so, neither of them the author. */
function cleared(card: CardStanding, act: StepAct): Result<StepChange, StepRefusal> {
  if (!card.frozenBy) return refused('CLEARED');
  if (isAuthor(card, act.by) || card.clearedBy === act.by) return err({ code: 'SECOND_READER_NEEDED' });
  if (!card.clearedBy) return ok({ clearedBy: act.by, changedAt: act.at });
  return ok({ frozenBy: null, frozenAt: null, freezeReason: null, clearedBy: null, changedAt: act.at });
}

const isAuthor = ({ writtenBy, changedBy }: CardStanding, person: PersonId): boolean =>
  person === writtenBy || person === changedBy;
const refused = (to: string) => err({ code: 'TRANSITION_REFUSED' as const, to });
