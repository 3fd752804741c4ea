import { Entity, Index } from 'typeorm';
import type { ListName } from '@tongxing/shared/rules';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** Filters and columns of a list under a name, for its owner or for everybody who reads that list. */
@Entity('saved_view')
@Index('ix_saved_view_list', ['agencyId', 'list', 'personId'])
export class SavedView {
  @IdColumn() id: string;
  @LinkColumn('saved_view', 'agencyId', 'agency') agencyId: string;
  /** Whose view it is: only they change it. */
  @LinkColumn('saved_view', 'personId', 'person') personId: string;
  @TextColumn(20) list: ListName;
  @TextColumn(60) name: string;
  /** What `keptQuery` leaves of an address: no name that somebody looked for. */
  @LongTextColumn() query: string;
  @FlagColumn() shared: boolean;
  @InstantColumn() createdAt: string;
  @IntColumn() version: number;
}
