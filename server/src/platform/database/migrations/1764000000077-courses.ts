import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addChecks, addColumns, createTable, dropChecks, dropColumns } from './create-table.js';

const EVIDENCE = { evidence: ['CODE', 'LIST', 'LESSONS', 'CREDIT'] };
const KINDS = ['PRE_SERVICE', 'IN_SERVICE'];

/** The agency's courses, their sessions and places, and which course a training came from. */
export class Courses1764000000077 implements MigrationInterface {
  name = 'Courses1764000000077';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'course',
      columns: {
        id: column.id,
        agencyId: column.ref,
        title: column.text(80),
        about: column.longText,
        kind: column.word,
        way: column.word,
        lessons: optional(column.word),
        tasks: column.json,
        validMonths: optional(column.int),
        closedAt: optional(column.instant),
        version: column.int,
        createdAt: column.instant,
        requestId: column.text(64),
      },
      enums: { kind: KINDS, way: ['ONLINE', 'SESSIONS', 'BOTH'], lessons: ['SAFEGUARDING'] },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_course_request', columns: ['agencyId', 'requestId'], unique: true }],
    });
    await createTable(runner, {
      name: 'training_session',
      columns: {
        id: column.id,
        agencyId: column.ref,
        courseId: column.ref,
        trainerId: column.ref,
        happensOn: column.date,
        startMinute: column.int,
        minutes: column.int,
        place: optional(column.text(120)),
        link: optional(column.text(300)),
        seats: column.int,
        codeKey: column.text(64),
        cancelledAt: optional(column.instant),
        version: column.int,
        createdAt: column.instant,
        requestId: column.text(64),
      },
      references: { agencyId: 'agency', courseId: 'course', trainerId: 'person' },
      indices: [
        { name: 'ux_training_session_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_training_session_day', columns: ['agencyId', 'happensOn'] },
      ],
    });
    await createTable(runner, {
      name: 'training_place',
      columns: {
        id: column.id,
        agencyId: column.ref,
        sessionId: column.ref,
        personId: column.ref,
        state: column.word,
        position: column.int,
        codeTries: column.int,
        attendedBy: optional(column.word),
        confirmedBy: optional(column.ref),
        trainingId: optional(column.ref),
        changedAt: column.instant,
      },
      enums: { state: ['ENROLLED', 'WAITING', 'LEFT', 'ATTENDED'], attendedBy: ['CODE', 'LIST'] },
      references: { agencyId: 'agency', sessionId: 'training_session', personId: 'person' },
      indices: [
        { name: 'ux_training_place', columns: ['sessionId', 'personId'], unique: true },
        { name: 'ix_training_place_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await addColumns(runner, 'training', {
      courseId: optional(column.ref),
      tasks: optional(column.text(160)),
      evidence: optional(column.word),
    });
    await addChecks(runner, 'training', EVIDENCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChecks(runner, 'training', EVIDENCE);
    await dropColumns(runner, 'training', ['courseId', 'tasks', 'evidence']);
    for (const table of ['training_place', 'training_session', 'course']) await runner.dropTable(table);
  }
}
