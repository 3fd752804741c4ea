import { CardPaper } from './papers/card-paper.entity.js';
import { ProgressCard } from './progress-card.entity.js';
import { ReleaseCheck } from './release-check/release-check.entity.js';

export { CardFreezes } from './card-freezes.js';
export { CardPapers } from './papers/card-papers.js';
export { ProgressCards } from './progress-cards.js';
export { ProgressCardsRepository, type ReleasedCardView } from './progress-cards.repository.js';
export { AgeBandEnum } from './api/sponsored-child.types.js';
export { ProgressModule } from './progress.module.js';
export { MarksUnread, ReleaseMarkType, toMark } from './api/progress-card.types.js';
export { OutgoingChecks } from './release-check/outgoing-checks.js';
export { ReleaseChecks } from './release-check/release-checks.js';

/** Tables of this module. */
export const PROGRESS_ENTITIES = [ProgressCard, CardPaper, ReleaseCheck];
