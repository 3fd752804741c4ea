import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../database/columns.js';

/** That the ring was put on paper in shares: when, how many, and which keys. Nothing of the shares themselves. */
@Entity('key_export')
@Index('ix_key_export_newest', ['exportedAt'])
export class KeyExport {
  @IdColumn() id: string;
  /** Eight characters that stand on every share of it. */
  @TextColumn(16) generation: string;
  @IntColumn() shares: number;
  @IntColumn() threshold: number;
  /** Names of the ring's keys, the newest first. */
  @JsonColumn() ringKeys: string[];
  @InstantColumn() exportedAt: string;
}
