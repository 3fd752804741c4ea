import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalRefColumn,
  RefColumn,
} from '../../../platform/database/index.js';
import { HANDED_ON_KINDS, type HandedOnKind } from './handed-on-kinds.js';

/** One thing of the pair before that a worker chose for the companion of this one. What has no row is not to be read. */
@Entity('handed_on_item')
@Index('ix_handed_on_item_pair', ['companionshipId'])
export class HandedOnItem {
  @IdColumn() id: string;
  @LinkColumn('handed_on_item', 'agencyId', 'agency') agencyId: string;
  /** The pair whose companion may read it. */
  @LinkColumn('handed_on_item', 'companionshipId', 'companionship') companionshipId: string;
  @EnumColumn('handed_on_item', 'kind', HANDED_ON_KINDS) kind: HandedOnKind;
  /** Which contact's note; null for every other kind. */
  @OptionalRefColumn() contactId: string | null;
  @RefColumn() chosenBy: string;
  @InstantColumn() chosenAt: string;
}
