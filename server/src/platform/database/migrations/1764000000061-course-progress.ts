import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** How far people have come in online courses. */
export class CourseProgress1764000000061 implements MigrationInterface {
  name = 'CourseProgress1764000000061';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'course_progress',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        course: column.text(40),
        courseVersion: column.int,
        lessons: column.json,
        tries: column.int,
        startedAt: column.instant,
        lastAt: column.instant,
        finishedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [
        {
          name: 'ux_course_progress',
          columns: ['agencyId', 'personId', 'course', 'courseVersion'],
          unique: true,
        },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('course_progress');
  }
}
