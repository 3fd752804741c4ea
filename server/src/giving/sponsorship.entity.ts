import { Entity, Index } from 'typeorm';
import {
  SPONSORSHIP_ENDS,
  SPONSORSHIP_STATES,
  type SponsorshipEnd,
  type SponsorshipState,
} from '@tongxing/shared/states';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** Somebody stands beside a child with a gift (SM6). Whom they stand beside is a worker's to say, never theirs (H23). */
@Entity('sponsorship')
@Index('ux_sponsorship_request', ['agencyId', 'requestId'], { unique: true })
@Index('ux_sponsorship_open_pair', ['openPair'], { unique: true })
@Index('ix_sponsorship_donor', ['agencyId', 'donorPersonId'])
@Index('ix_sponsorship_child', ['childId'])
export class Sponsorship {
  @IdColumn() id: string;
  @LinkColumn('sponsorship', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('sponsorship', 'childId', 'child') childId: string;
  @LinkColumn('sponsorship', 'donorPersonId', 'person') donorPersonId: string;
  @EnumColumn('sponsorship', 'state', SPONSORSHIP_STATES) state: SponsorshipState;
  /** Since when it is active; null before. */
  @OptionalDateColumn() startsOn: string | null;
  @OptionalDateColumn() endsOn: string | null;
  @OptionalEnumColumn('sponsorship', 'endReason', SPONSORSHIP_ENDS) endReason: SponsorshipEnd | null;
  /** Child and donor while it has not ended: no two at a time. */
  @OptionalTextColumn(80) openPair: string | null;
  @RefColumn() matchedBy: string;
  @InstantColumn() matchedAt: string;
  @TextColumn(64) requestId: string;
  @IntColumn() version: number;
}
