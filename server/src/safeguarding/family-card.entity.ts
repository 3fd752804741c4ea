import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** The card of a child and their family: by its code they say stop, or that something is wrong, without an account. */
@Entity('family_card')
@Index('ux_family_card_code', ['codeIndex'], { unique: true })
@Index('ix_family_card_companionship', ['companionshipId', 'createdAt'])
export class FamilyCard {
  @IdColumn() id: string;
  @LinkColumn('family_card', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('family_card', 'companionshipId', 'companionship') companionshipId: string;
  /** A keyed hash: the code is found by it and cannot be read from it. */
  @TextColumn(64) codeIndex: string;
  /** So that a lost card can be printed again as it was. */
  @LongTextColumn() codeSealed: string;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() revokedAt: string | null;
  @OptionalInstantColumn() lastUsedAt: string | null;
}
