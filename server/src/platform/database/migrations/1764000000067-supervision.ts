import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Talks with the supervisor: the talk, who has a seat in it, and what was agreed. */
export class Supervision1764000000067 implements MigrationInterface {
  name = 'Supervision1764000000067';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'supervision_session',
      columns: {
        id: column.id,
        agencyId: column.ref,
        leaderId: column.ref,
        subjectId: column.ref,
        kind: column.word,
        format: column.word,
        source: column.word,
        state: column.word,
        plannedOn: column.date,
        startMinute: column.int,
        heldOn: optional(column.date),
        minutes: optional(column.int),
        topicsSealed: optional(column.longText),
        signedAt: optional(column.instant),
        missedFor: optional(column.word),
        version: column.int,
        createdAt: column.instant,
        requestId: column.text(64),
      },
      enums: {
        kind: ['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'],
        format: ['INDIVIDUAL', 'GROUP'],
        source: ['INTERNAL', 'EXTERNAL'],
        state: ['SCHEDULED', 'HELD', 'SIGNED', 'ACTIONS_OPEN', 'DONE', 'MISSED'],
        missedFor: ['VOLUNTEER_ABSENT', 'SUPERVISOR_ABSENT', 'CALLED_OFF'],
      },
      references: { agencyId: 'agency', leaderId: 'person' },
      indices: [
        { name: 'ux_supervision_session_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_supervision_session_leader', columns: ['agencyId', 'leaderId', 'plannedOn'] },
      ],
    });
    await createTable(runner, {
      name: 'supervision_seat',
      columns: {
        id: column.id,
        agencyId: column.ref,
        sessionId: column.ref,
        volunteerId: column.ref,
        personId: column.ref,
        seenOn: optional(column.date),
        format: column.word,
        wellbeing: optional(column.int),
        noteSealed: optional(column.longText),
        praiseSealed: optional(column.longText),
        wishSealed: optional(column.longText),
        signedAt: optional(column.instant),
        textHash: optional(column.text(64)),
      },
      enums: { format: ['INDIVIDUAL', 'GROUP'] },
      references: {
        agencyId: 'agency',
        sessionId: 'supervision_session',
        volunteerId: 'volunteer',
        personId: 'person',
      },
      indices: [
        { name: 'ux_supervision_seat', columns: ['sessionId', 'personId'], unique: true },
        { name: 'ix_supervision_seat_seen', columns: ['agencyId', 'volunteerId', 'seenOn'] },
        { name: 'ix_supervision_seat_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'supervision_action',
      columns: {
        id: column.id,
        agencyId: column.ref,
        sessionId: column.ref,
        personId: column.ref,
        position: column.int,
        textSealed: column.longText,
        dueOn: column.date,
        doneAt: optional(column.instant),
        doneBy: optional(column.ref),
      },
      references: { agencyId: 'agency', sessionId: 'supervision_session', personId: 'person' },
      indices: [
        { name: 'ix_supervision_action_session', columns: ['sessionId', 'position'] },
        { name: 'ix_supervision_action_person', columns: ['agencyId', 'personId', 'doneAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['supervision_action', 'supervision_seat', 'supervision_session']) {
      await runner.dropTable(table);
    }
  }
}
