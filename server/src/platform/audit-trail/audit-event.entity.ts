import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../database/columns.js';

/** One link of an agency's audit chain: ids and facts without personal text. Never changed, never deleted. */
@Entity('audit_event')
@Index('ux_audit_event_sequence', ['agencyId', 'sequence'], { unique: true })
@Index('ix_audit_event_subject', ['agencyId', 'subjectType', 'subjectId'])
@Index('ix_audit_event_action', ['agencyId', 'action', 'sequence'])
export class AuditEvent {
  @IdColumn() id: string;
  @RefColumn() agencyId: string;
  @IntColumn() sequence: number;
  @InstantColumn() at: string;
  @TextColumn(20) actorKind: string;
  @TextColumn(60) actorId: string;
  @TextColumn(80) action: string;
  @TextColumn(60) subjectType: string;
  @OptionalRefColumn() subjectId: string | null;
  /** Canonical JSON, kept as text: the hash covers these very bytes. */
  @LongTextColumn() facts: string;
  @TextColumn(64) previousHash: string;
  @TextColumn(64) hash: string;
}

/** The end of an agency's chain; its row is the lock that puts audit rows in order. */
@Entity('audit_head')
export class AuditHead {
  @IdColumn() agencyId: string;
  @IntColumn() sequence: number;
  @TextColumn(64) hash: string;
}
