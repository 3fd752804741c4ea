import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { changeWords } from './change-words.js';

const KINDS = ['MOVE_CHILDREN', 'MOVE_VOLUNTEERS', 'ASSIGN_SUPERVISOR'];
const MORE_KINDS = [...KINDS, 'MOVE_HOUSEHOLDS', 'HAND_OVER_PAIRS', 'INVITE_VOLUNTEERS'];
/** Optional, rows stand already: a volunteer without a version is at the first one. */
const ADDED = [
  ['list_change_row', 'ofId', 'varchar(36)'],
  ['list_change_row', 'madeId', 'varchar(36)'],
  ['volunteer', 'version', 'integer'],
] as const;

/** Few people are stopped, and few checks are hits: lists find them without passing over everybody. */
const FOUND_BY = [
  ['volunteer', 'ix_volunteer_stopped', ['agencyId', 'stoppedSince']],
  ['record_check', 'ix_record_check_result', ['agencyId', 'result', 'personId']],
] as const;

/** What is said of a volunteer can be changed at the desk; families, pairs and invitations can be changed many at once. */
export class VolunteersAndLists1764000000040 implements MigrationInterface {
  name = 'VolunteersAndLists1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    // Plain SQL: TypeORM would copy the whole table on SQLite.
    for (const [table, name, type] of ADDED) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
    await changeWords(runner, 'list_change', 'kind', MORE_KINDS);
    for (const [table, name, columns] of FOUND_BY) {
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columns] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of FOUND_BY) await runner.dropIndex(table, name);
    const others = 'SELECT id FROM list_change WHERE kind NOT IN (?, ?, ?)';
    await runner.query(`DELETE FROM list_change_row WHERE changeId IN (${others})`, KINDS);
    await runner.query('DELETE FROM list_change WHERE kind NOT IN (?, ?, ?)', KINDS);
    await changeWords(runner, 'list_change', 'kind', KINDS);
    for (const [table, name] of [...ADDED].reverse()) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${name}`);
  }
}
