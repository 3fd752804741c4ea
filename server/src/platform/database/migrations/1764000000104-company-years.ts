import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

const KINDS = [
  'AFTER_SCHOOL',
  'GROWTH_GROUP',
  'PARENTS',
  'FORUM',
  'LECTURE',
  'GET_TOGETHER',
  'OUTING',
  'LIVING_EXPERIENCE',
  'HEALTH_CHECK',
  'CAMP',
];
const TABLES = [
  'company_year_renewal',
  'company_year_place',
  'company_year_run_part',
  'company_year_run',
  'company_year_wish',
  'company_year_entry',
  'company_year',
];

/** What companies are offered for a year, what they wish, and which days they were proposed, told of and answered. */
export class CompanyYears1764000000104 implements MigrationInterface {
  name = 'CompanyYears1764000000104';

  async up(runner: QueryRunner): Promise<void> {
    await catalogue(runner);
    await wishes(runner);
    await runs(runner);
    await places(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.dropTable(table);
  }
}

async function catalogue(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'company_year',
    columns: {
      id: column.id,
      agencyId: column.ref,
      year: column.int,
      wishesUntil: column.date,
      openedAt: optional(column.instant),
      closedAt: optional(column.instant),
      recordedBy: column.ref,
      version: column.int,
      createdAt: column.instant,
    },
    references: { agencyId: 'agency' },
    indices: [{ name: 'ux_company_year', columns: ['agencyId', 'year'], unique: true }],
  });
  await createTable(runner, {
    name: 'company_year_entry',
    columns: {
      id: column.id,
      agencyId: column.ref,
      yearId: column.ref,
      venueId: column.ref,
      seriesId: column.ref,
      kind: column.word,
      theme: column.text(80),
      themeEn: optional(column.text(120)),
      taskGoal: column.text(300),
      startMinute: column.int,
      endMinute: column.int,
      children: column.int,
      childrenPerAdult: column.int,
      mostGuests: column.int,
      workers: column.int,
      costPerGuest: column.fen,
      hasOtherTasks: column.flag,
      days: column.json,
      times: column.int,
      version: column.int,
      createdAt: column.instant,
    },
    enums: { kind: KINDS },
    references: { agencyId: 'agency', yearId: 'company_year', venueId: 'venue' },
    indices: [
      { name: 'ix_company_year_entry_year', columns: ['yearId'] },
      { name: 'ix_company_year_entry_series', columns: ['agencyId', 'seriesId'] },
    ],
  });
}

async function wishes(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'company_year_wish',
    columns: {
      id: column.id,
      agencyId: column.ref,
      yearId: column.ref,
      teamId: column.ref,
      people: column.int,
      budgetFen: optional(column.fen),
      mostDays: column.int,
      months: column.json,
      tasks: column.word,
      wishes: column.json,
      changedBy: column.ref,
      version: column.int,
      changedAt: column.instant,
    },
    enums: { tasks: ['WITH_CHILDREN', 'WITHOUT_CHILDREN'] },
    references: { agencyId: 'agency', yearId: 'company_year', teamId: 'volunteer_team' },
    indices: [
      { name: 'ux_company_year_wish', columns: ['yearId', 'teamId'], unique: true },
      { name: 'ix_company_year_wish_agency', columns: ['agencyId'] },
    ],
  });
}

async function runs(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'company_year_run',
    columns: {
      id: column.id,
      agencyId: column.ref,
      yearId: column.ref,
      requestId: column.text(64),
      startedBy: column.ref,
      startedAt: column.instant,
      companies: column.int,
      served: column.int,
      days: column.int,
      objective: column.text(20),
      bound: column.text(20),
      gapPpm: column.int,
      certificateChecked: column.flag,
      inputHash: column.text(64),
      weightsVersion: column.int,
      durationMs: column.int,
      come: column.int,
      gone: column.int,
    },
    references: { agencyId: 'agency', yearId: 'company_year' },
    indices: [
      { name: 'ux_company_year_run_request', columns: ['agencyId', 'requestId'], unique: true },
      { name: 'ix_company_year_run_year', columns: ['yearId', 'startedAt'] },
    ],
  });
  await createTable(runner, {
    name: 'company_year_run_part',
    columns: { id: column.id, runId: column.ref, kind: column.word, part: column.int, body: column.longText },
    enums: { kind: ['INPUT', 'SOLUTION'] },
    references: { runId: 'company_year_run' },
    indices: [{ name: 'ux_company_year_run_part', columns: ['runId', 'kind', 'part'], unique: true }],
  });
}

async function places(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'company_year_place',
    columns: {
      id: column.id,
      agencyId: column.ref,
      yearId: column.ref,
      teamId: column.ref,
      entryId: column.ref,
      day: column.date,
      people: column.int,
      state: column.word,
      decided: column.flag,
      wishRank: column.int,
      value: optional(column.int),
      toldAt: optional(column.instant),
      toldBy: optional(column.ref),
      answeredAt: optional(column.instant),
      answeredBy: optional(column.ref),
      reasonSealed: optional(column.longText),
      bookingId: optional(column.ref),
      designTaskGoal: optional(column.text(300)),
      designProcessGoal: optional(column.text(300)),
      designChildrenPart: optional(column.text(500)),
      teamYesAt: optional(column.instant),
      teamYesBy: optional(column.ref),
      deskYesAt: optional(column.instant),
      deskYesBy: optional(column.ref),
      activityId: optional(column.ref),
      version: column.int,
      createdAt: column.instant,
    },
    enums: { state: ['PROPOSED', 'TOLD', 'ACCEPTED', 'DECLINED', 'ENDED'] },
    references: {
      ...{ agencyId: 'agency', yearId: 'company_year', teamId: 'volunteer_team', entryId: 'company_year_entry' },
      ...{ bookingId: 'team_booking', activityId: 'activity' },
    },
    indices: [
      { name: 'ix_company_year_place_year', columns: ['yearId', 'state'] },
      { name: 'ix_company_year_place_team', columns: ['agencyId', 'teamId'] },
    ],
  });
  await createTable(runner, {
    name: 'company_year_renewal',
    columns: {
      id: column.id,
      agencyId: column.ref,
      yearId: column.ref,
      teamId: column.ref,
      answer: column.word,
      reasonSealed: optional(column.longText),
      saidBy: column.ref,
      saidAt: column.instant,
    },
    enums: { answer: ['RENEWED', 'LAPSED'] },
    references: { agencyId: 'agency', yearId: 'company_year', teamId: 'volunteer_team' },
    indices: [{ name: 'ix_company_year_renewal_year', columns: ['yearId', 'teamId', 'saidAt'] }],
  });
}
