import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn } from '../database/columns.js';

/** How often something was tried within a window. The id is a keyed hash of who tries what: nothing personal. */
@Entity('throttle')
@Index('ix_throttle_expiry', ['expiresAt'])
export class Throttle {
  @IdColumn() id: string;
  @IntColumn() points: number;
  @InstantColumn() expiresAt: string;
}
