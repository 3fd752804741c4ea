import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** The day of an activity: its record, who was there, the hours log, and the children's part. */
export class Attendance1764000000091 implements MigrationInterface {
  name = 'Attendance1764000000091';

  async up(runner: QueryRunner): Promise<void> {
    const of = { id: column.id, agencyId: column.ref, activityId: column.ref };
    const links = { agencyId: 'agency', activityId: 'activity' };
    await createTable(runner, {
      name: 'activity_record',
      columns: {
        ...of,
        codeKey: column.text(64),
        recordedBy: optional(column.ref),
        recordedAt: optional(column.instant),
        taskReached: optional(column.int),
        processReached: optional(column.int),
        evaluationSealed: optional(column.longText),
        reflectionSealed: optional(column.longText),
        evaluatedBy: optional(column.ref),
      },
      references: links,
      indices: [{ name: 'ux_activity_record', columns: ['activityId'], unique: true }],
    });
    await createTable(runner, {
      name: 'check_in',
      columns: {
        ...of,
        personId: column.ref,
        how: column.word,
        arrival: column.word,
        refusal: optional(column.word),
        inMinute: column.int,
        outMinute: optional(column.int),
        recordedBy: column.ref,
        recordedAt: column.instant,
      },
      enums: {
        how: ['CODE', 'LIST', 'WALK_IN'],
        arrival: ['WITH_CHILDREN', 'OTHER_TASKS', 'REFUSED'],
        refusal: ['NOT_READY', 'NOT_EXPECTED', 'FULL'],
      },
      references: { ...links, personId: 'person' },
      indices: [
        { name: 'ux_check_in', columns: ['activityId', 'personId'], unique: true },
        { name: 'ix_check_in_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'service_hours',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        activityId: optional(column.ref),
        onDate: column.date,
        minutes: column.int,
        state: column.word,
        recordedAt: column.instant,
      },
      enums: { state: ['RECORDED', 'CONFIRMED'] },
      references: { ...links, personId: 'person' },
      indices: [
        { name: 'ux_service_hours', columns: ['activityId', 'personId'], unique: true },
        { name: 'ix_service_hours_person', columns: ['agencyId', 'personId', 'onDate'] },
      ],
    });
    await createTable(runner, {
      name: 'activity_child',
      columns: {
        ...of,
        childId: column.ref,
        choice: column.word,
        inMinute: optional(column.int),
        outMinute: optional(column.int),
        seemed: optional(column.word),
        noteSealed: optional(column.longText),
        fetchedBySealed: optional(column.longText),
        face: optional(column.int),
        wordsSealed: optional(column.longText),
        version: column.int,
        recordedBy: column.ref,
        recordedAt: column.instant,
      },
      enums: { choice: ['SIGNED_UP', 'OPTED_OUT'], seemed: ['WELL', 'TIRED', 'UPSET', 'UNWELL', 'HURT'] },
      references: { ...links, childId: 'child' },
      indices: [
        { name: 'ux_activity_child', columns: ['activityId', 'childId'], unique: true },
        { name: 'ix_activity_child_child', columns: ['agencyId', 'childId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['activity_child', 'service_hours', 'check_in', 'activity_record']) {
      await runner.dropTable(table);
    }
  }
}
