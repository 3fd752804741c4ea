import { Entity, Index } from 'typeorm';
import { DateColumn, IdColumn, InstantColumn, IntColumn, LinkColumn, TextColumn } from '../platform/database/index.js';

/** Somebody was reminded of one fact at one step: the key lets that happen once, whoever works at the same time. */
@Entity('reminder_sent')
@Index('ux_reminder_sent', ['agencyId', 'personId', 'kind', 'matter', 'lastDay', 'step'], { unique: true })
@Index('ix_reminder_sent_day', ['agencyId', 'sentOn'])
export class ReminderSent {
  @IdColumn() id: string;
  @LinkColumn('reminder_sent', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('reminder_sent', 'personId', 'person') personId: string;
  /** One of `REMINDER_KINDS`. */
  @TextColumn(40) kind: string;
  /** Which of several of one kind; empty where there is one. */
  @TextColumn(80) matter: string;
  @DateColumn() lastDay: string;
  /** Days before the last day; −1 the day after it. */
  @IntColumn() step: number;
  @DateColumn() sentOn: string;
  @InstantColumn() sentAt: string;
}

/** A day whose facts were gone through to the end. */
@Entity('reminder_day')
@Index('ux_reminder_day', ['agencyId', 'day'], { unique: true })
export class ReminderDay {
  @IdColumn() id: string;
  @LinkColumn('reminder_day', 'agencyId', 'agency') agencyId: string;
  @DateColumn() day: string;
  @InstantColumn() doneAt: string;
}
