import { Entity, Index } from 'typeorm';
import {
  REFUSAL_GROUNDS,
  RIGHTS,
  RIGHTS_STATES,
  type RefusalGround,
  type Right,
  type RightsState,
} from '@tongxing/shared/rules';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  TextColumn,
} from '../platform/database/index.js';
import { ASKED_BY, type AskedBy } from './asked-by.js';

/** What somebody asked about what is kept of them, and the answer. Words are sealed with the key of the person. */
@Entity('rights_request')
@Index('ux_rights_request_asked', ['agencyId', 'personId', 'requestId'], { unique: true })
@Index('ix_rights_request_waiting', ['agencyId', 'state', 'askedAt'])
@Index('ix_rights_request_ready', ['readyUntil'])
export class RightsRequest {
  @IdColumn() id: string;
  @LinkColumn('rights_request', 'agencyId', 'agency') agencyId: string;
  /** Whose data it is about. */
  @LinkColumn('rights_request', 'personId', 'person') personId: string;
  @EnumColumn('rights_request', 'askedBy', ASKED_BY) askedBy: AskedBy;
  /** The guardian's link, or the colleague who wrote it down. */
  @OptionalRefColumn() askedThrough: string | null;
  @EnumColumn('rights_request', 'rightKind', RIGHTS) rightKind: Right;
  /** What is wrong, where it is to go, or anything else that they said. */
  @OptionalLongTextColumn() wordsSealed: string | null;
  @InstantColumn() askedAt: string;
  /** What the agency promised on that day; null on rows from before it could promise anything but fifteen days. */
  @OptionalIntColumn() answerDays: number | null;
  @EnumColumn('rights_request', 'state', RIGHTS_STATES) state: RightsState;
  @IntColumn() version: number;
  @OptionalRefColumn() decidedBy: string | null;
  @OptionalInstantColumn() decidedAt: string | null;
  @OptionalEnumColumn('rights_request', 'ground', REFUSAL_GROUNDS) ground: RefusalGround | null;
  /** The written reason, or what was put right. */
  @OptionalLongTextColumn() answerSealed: string | null;
  /** Until when the file lies ready. */
  @OptionalInstantColumn() readyUntil: string | null;
  /** Made by the client: the same request sent twice is one. */
  @TextColumn(64) requestId: string;
}

/** A copy that lies ready: compressed, sealed with the key of the person, cut into parts (ADR 0010). */
@Entity('rights_file')
@Index('ux_rights_file_part', ['rightsRequestId', 'part'], { unique: true })
export class RightsFile {
  @IdColumn() id: string;
  @LinkColumn('rights_file', 'rightsRequestId', 'rights_request') rightsRequestId: string;
  @IntColumn() part: number;
  @LongTextColumn() body: string;
}
