import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** What volunteers wish about activities, runs of the engine for a month with their proof, and who has which seat. */
export class Staffing1764000000089 implements MigrationInterface {
  name = 'Staffing1764000000089';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'activity_wish',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        kinds: column.json,
        hoursPerMonth: column.int,
        restDays: column.json,
        onlyFreeTimes: column.flag,
        version: column.int,
        changedAt: column.instant,
      },
      references: { agencyId: 'agency', personId: 'person' },
      indices: [{ name: 'ux_activity_wish_person', columns: ['agencyId', 'personId'], unique: true }],
    });
    await runs(runner);
    await seats(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['seat_assignment', 'staffing_run_part', 'staffing_run', 'activity_wish']) {
      await runner.dropTable(table);
    }
  }
}

async function runs(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'staffing_run',
    columns: {
      id: column.id,
      agencyId: column.ref,
      requestId: column.text(64),
      month: column.text(7),
      startedBy: column.ref,
      startedAt: column.instant,
      activities: column.int,
      volunteers: column.int,
      seats: column.int,
      objective: column.text(20),
      bound: column.text(20),
      gapPpm: column.int,
      certificateChecked: column.flag,
      inputHash: column.text(64),
      weightsVersion: column.int,
      durationMs: column.int,
      cancelling: column.json,
      shortOf: column.json,
      come: column.int,
      gone: column.int,
    },
    references: { agencyId: 'agency' },
    indices: [
      { name: 'ux_staffing_run_request', columns: ['agencyId', 'requestId'], unique: true },
      { name: 'ix_staffing_run_month', columns: ['agencyId', 'month', 'startedAt'] },
    ],
  });
  await createTable(runner, {
    name: 'staffing_run_part',
    columns: {
      id: column.id,
      runId: column.ref,
      kind: column.word,
      part: column.int,
      body: column.longText,
    },
    enums: { kind: ['INPUT', 'SOLUTION'] },
    references: { runId: 'staffing_run' },
    indices: [{ name: 'ux_staffing_run_part', columns: ['runId', 'kind', 'part'], unique: true }],
  });
}

async function seats(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'seat_assignment',
    columns: {
      id: column.id,
      agencyId: column.ref,
      activityId: column.ref,
      personId: column.ref,
      role: column.int,
      onDate: column.date,
      startMinute: column.int,
      endMinute: column.int,
      source: column.word,
      state: column.word,
      runId: optional(column.ref),
      value: optional(column.int),
      publishedAt: optional(column.instant),
      publishedBy: optional(column.ref),
      answeredAt: optional(column.instant),
      reasonSealed: optional(column.longText),
      version: column.int,
      createdAt: column.instant,
    },
    enums: { source: ['RUN', 'HAND'], state: ['PROPOSED', 'PUBLISHED', 'DECLINED', 'ENDED'] },
    references: { agencyId: 'agency', activityId: 'activity', personId: 'person' },
    indices: [
      { name: 'ux_seat_assignment', columns: ['activityId', 'personId'], unique: true },
      { name: 'ix_seat_assignment_day', columns: ['agencyId', 'onDate'] },
      { name: 'ix_seat_assignment_person', columns: ['agencyId', 'personId', 'onDate'] },
    ],
  });
}
