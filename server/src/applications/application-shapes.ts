// Applications as the rest of the module knows them: opened, with who was asked and what was talked about.
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type { ApplicationAnswers } from '@tongxing/shared/rules';
import type { ApplicationState } from '@tongxing/shared/states';
import type { AppliedVia, AskAnswer, AskKind } from './application.entity.js';

/** The agency's words with a decision. */
export interface DecisionWords {
  /** Read by the applicant. */
  readonly letter?: string | undefined;
  /** Stays inside. */
  readonly reason?: string | undefined;
}
export interface ApplicationView {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly officeId: OfficeId | undefined;
  readonly via: AppliedVia;
  readonly applyLinkId: string | undefined;
  readonly phoneIndex: string | undefined;
  readonly answers: ApplicationAnswers;
  readonly locale: 'zh-CN' | 'en';
  readonly state: ApplicationState;
  readonly version: number;
  readonly startedAt: string;
  readonly savedAt: string;
  readonly sentAt: string | undefined;
  readonly pausedAt: string | undefined;
  readonly decidedAt: string | undefined;
  readonly decidedBy: PersonId | undefined;
  readonly declineReason: string | undefined;
  readonly decision: DecisionWords;
  readonly personId: PersonId | undefined;
  readonly erased: boolean;
}
export interface Contact {
  readonly name: string;
  /** Canonical. */
  readonly phone: string;
  readonly relation: string;
}
export interface Said {
  readonly name: string;
  readonly relation?: string | undefined;
  readonly method?: 'DRAWN' | 'TYPED' | undefined;
  /** Strokes as an SVG path of moves and lines. */
  readonly signature?: string | undefined;
  readonly words?: string | undefined;
}
export interface AskView {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly applicationId: string;
  readonly kind: AskKind;
  readonly contact: Contact;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly ended: boolean;
  readonly answeredAt: string | undefined;
  readonly answer: AskAnswer | undefined;
  readonly textVersion: string | undefined;
  readonly textHash: string | undefined;
  readonly said: Said | undefined;
}
export interface TalkView {
  readonly id: string;
  readonly applicationId: string;
  readonly talkedOn: LocalDate;
  readonly talkedBy: PersonId;
  readonly note: string;
}
/** One application with all that hangs on it. */
export interface ApplicationFile {
  readonly application: ApplicationView;
  readonly asks: readonly AskView[];
  readonly talks: readonly TalkView[];
}
