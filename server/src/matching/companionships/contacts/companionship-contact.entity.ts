import { Entity, Index } from 'typeorm';
import { CONTACT_KINDS, type ContactKind } from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalLongTextColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/index.js';

/** One contact of a pair, attempted or made (P06). Rows are added, never changed. */
@Entity('companionship_contact')
@Index('ux_companionship_contact_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_companionship_contact_pair', ['companionshipId', 'happenedOn'])
export class CompanionshipContact {
  @IdColumn() id: string;
  @LinkColumn('companionship_contact', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('companionship_contact', 'companionshipId', 'companionship') companionshipId: string;
  /** The agency's day. */
  @DateColumn() happenedOn: string;
  @EnumColumn('companionship_contact', 'kind', CONTACT_KINDS) kind: ContactKind;
  @OptionalLongTextColumn() noteSealed: string | null;
  @RefColumn() recordedBy: string;
  @InstantColumn() recordedAt: string;
  @TextColumn(64) requestId: string;
}
