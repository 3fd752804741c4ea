import { Entity, Index } from 'typeorm';
import {
  TOLD_HOW,
  type AffectedCount,
  type BreachCategory,
  type BreachHours,
  type BreachKind,
  type ToldHow,
} from '@tongxing/shared/rules';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalJsonColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** Personal data leaked, changed or lost, or an exercise of that; each step with the moment at which it was done. */
@Entity('breach')
@Index('ux_breach_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_breach_noticed', ['agencyId', 'noticedAt'])
export class Breach {
  @IdColumn() id: string;
  @LinkColumn('breach', 'agencyId', 'agency') agencyId: string;
  /** As it is called in letters: `2026-01`. */
  @TextColumn(20) number: string;
  /** An exercise: the clocks run, nobody outside is told. */
  @FlagColumn() drill: boolean;
  @JsonColumn() kinds: BreachKind[];
  @OptionalInstantColumn() happenedAt: string | null;
  @InstantColumn() noticedAt: string;
  /** Hours from then on to the end of each step, as the agency had them; null on rows from before it could set them. */
  @OptionalJsonColumn() clockHours: BreachHours | null;
  @JsonColumn() categories: BreachCategory[];
  @JsonColumn() affected: AffectedCount[];
  /** What happened, what it may lead to, what was done; sealed with the agency's key. */
  @LongTextColumn() factsSealed: string;
  @RefColumn() openedBy: string;
  @InstantColumn() openedAt: string;
  @OptionalInstantColumn() containedAt: string | null;
  @OptionalInstantColumn() authorityToldAt: string | null;
  @OptionalTextColumn(80) authorityReference: string | null;
  @OptionalInstantColumn() affectedToldAt: string | null;
  @OptionalEnumColumn('breach', 'affectedToldHow', TOLD_HOW) affectedToldHow: ToldHow | null;
  @OptionalInstantColumn() closedAt: string | null;
  @OptionalRefColumn() closedBy: string | null;
  @IntColumn() version: number;
  @TextColumn(64) requestId: string;
}
