import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { changeWords } from './change-words.js';
import { addColumns, dropColumns } from './create-table.js';

/** Lessons on rights and duties; lessons are taken again, and how often a question was asked again is kept. */
export class LessonsAgain1764000000079 implements MigrationInterface {
  name = 'LessonsAgain1764000000079';

  async up(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'course', 'lessons', ['SAFEGUARDING', 'RIGHTS']);
    await addColumns(runner, 'course_progress', {
      askedAgain: optional(column.json),
      round: optional(column.int),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'course_progress', ['askedAgain', 'round']);
    // Courses of the words that are gone are sessions from then on.
    await runner.query("UPDATE course SET lessons = NULL, way = 'SESSIONS' WHERE lessons = 'RIGHTS'");
    await changeWords(runner, 'course', 'lessons', ['SAFEGUARDING']);
  }
}
