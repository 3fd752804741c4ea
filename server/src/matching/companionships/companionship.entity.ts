import { Entity, Index } from 'typeorm';
import {
  Counted,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
} from '../../platform/database/index.js';
import { COMPANIONSHIP_MACHINE, type CompanionshipState } from '@tongxing/shared/states';
import { COVER_ENDS, type CoverEnd } from './cover-end.js';
import { END_CAUSES, type EndCause } from './end-cause.js';

export const COMPANIONSHIP_STATES = Object.keys(COMPANIONSHIP_MACHINE) as CompanionshipState[];

/** An accepted pair on its way through SM13. */
@Counted()
@Entity('companionship')
@Index('ix_companionship_proposal', ['proposalId'])
@Index('ux_companionship_restart_of', ['restartOfId'], { unique: true })
@Index('ux_companionship_handed_on_from', ['handedOnFromId'], { unique: true })
@Index('ux_companionship_stands_in', ['standsInForId'], { unique: true })
@Index('ix_companionship_covers', ['coversId'])
@Index('ux_companionship_held_child', ['heldChildId'], { unique: true })
@Index('ix_companionship_agency_state', ['agencyId', 'state'])
@Index('ix_companionship_newest', ['agencyId', 'acceptedAt', 'id'])
@Index('ix_companionship_volunteer', ['volunteerId'])
@Index('ix_companionship_child', ['childId'])
export class Companionship {
  @IdColumn() id: string;
  @LinkColumn('companionship', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('companionship', 'proposalId', 'match_proposal') proposalId: string;
  @LinkColumn('companionship', 'volunteerId', 'volunteer') volunteerId: string;
  @LinkColumn('companionship', 'childId', 'child') childId: string;
  /** The child while the pair holds the child's one place, null afterwards: the key lets only one hold it. */
  @OptionalRefColumn() heldChildId: string | null;
  /** The social worker who accepted the pair and stands beside it. */
  @RefColumn() workerId: string;
  @EnumColumn('companionship', 'state', COMPANIONSHIP_STATES) state: CompanionshipState;
  @IntColumn() version: number;
  @InstantColumn() acceptedAt: string;
  @OptionalInstantColumn() answeredAt: string | null;
  @OptionalDateColumn() conductAcceptedOn: string | null;
  @OptionalIntColumn() conductVersion: number | null;
  @OptionalDateColumn() startsOn: string | null;
  @OptionalDateColumn() endedOn: string | null;
  /** Null while nothing has ended. */
  @OptionalEnumColumn('companionship', 'endCause', END_CAUSES) endCause: EndCause | null;
  /** The pair of the same two that a stop had ended; begun anew once, as a row of its own. */
  @OptionalRefColumn() restartOfId: string | null;
  /** The pair that this one goes on from, with another companion (ADR 0028). */
  @OptionalRefColumn() handedOnFromId: string | null;
  /** The pair whose companion is away, where this one stands in for them (ADR 0044). */
  @OptionalRefColumn() coversId: string | null;
  /** The same while it stands, null afterwards: the key lets only one stand in. */
  @OptionalRefColumn() standsInForId: string | null;
  /** First and last day of standing in. */
  @OptionalDateColumn() coverFrom: string | null;
  @OptionalDateColumn() coverUntil: string | null;
  @OptionalEnumColumn('companionship', 'coverEnd', COVER_ENDS) coverEnd: CoverEnd | null;
  /** Since when a pair rests by the word of the companion or of a worker; null while the two meet. */
  @OptionalDateColumn() absentOn: string | null;
  @OptionalDateColumn() closingTalkOn: string | null;
  /** Last day by which the next contact should be made; null while the two do not meet. */
  @OptionalDateColumn() nextContactOn: string | null;
  /** Since when child or family want it to stop; null again once they were asked and said yes. */
  @OptionalInstantColumn() familyStoppedAt: string | null;
  /** The words of whoever ended, paused or declined it. */
  @OptionalLongTextColumn() reasonSealed: string | null;
  @OptionalLongTextColumn() planSealed: string | null;
  @OptionalRefColumn() planApprovedBy: string | null;
  @OptionalDateColumn() planApprovedOn: string | null;
  /** Weekly times that both had free when they were matched. */
  @JsonColumn() commonTimes: { weekday: number; startMinute: number; endMinute: number }[];
}
