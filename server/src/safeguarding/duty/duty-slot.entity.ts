import { Entity, Index } from 'typeorm';
import { DUTY_LINES, type DutyLine } from '@tongxing/shared/rules';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalInstantColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** Somebody is on call from an instant to an instant. A slot that was taken out stays, with the moment. */
@Entity('duty_slot')
@Index('ux_duty_slot_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_duty_slot_ends', ['agencyId', 'endsAt'])
export class DutySlot {
  @IdColumn() id: string;
  @LinkColumn('duty_slot', 'agencyId', 'agency') agencyId: string;
  @RefColumn() personId: string;
  @EnumColumn('duty_slot', 'line', DUTY_LINES) line: DutyLine;
  @InstantColumn() startsAt: string;
  @InstantColumn() endsAt: string;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() removedAt: string | null;
  @TextColumn(64) requestId: string;
}
