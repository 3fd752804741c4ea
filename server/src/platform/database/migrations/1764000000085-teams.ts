import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

const KINDS = ['COMPANY', 'GOVERNMENT', 'UNIVERSITY', 'CLUB'];
const TEAM_STATES = ['ACTIVE', 'ENDED'];
const TASKS = ['WITH_CHILDREN', 'WITHOUT_CHILDREN'];
const BOOKING_STATES = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'ROSTER_LOCKED',
  'ATTENDED',
  'REPORTED',
  'WAITLISTED',
  'OFFERED',
  'CANCELLED',
];
const ENDS = ['BY_TEAM', 'BY_AGENCY', 'EXPIRED', 'ACTIVITY_CANCELLED'];

/** Teams that come for a day, who coordinates them, on which activities they may come, and what they have booked. */
export class Teams1764000000085 implements MigrationInterface {
  name = 'Teams1764000000085';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'volunteer_team',
      columns: {
        id: column.id,
        agencyId: column.ref,
        kind: column.word,
        name: column.text(80),
        shortName: column.text(20),
        state: column.word,
        recordedBy: column.ref,
        version: column.int,
        createdAt: column.instant,
      },
      enums: { kind: KINDS, state: TEAM_STATES },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_volunteer_team_name', columns: ['agencyId', 'name'], unique: true }],
    });
    await createTable(runner, {
      name: 'team_coordinator',
      columns: {
        id: column.id,
        agencyId: column.ref,
        teamId: column.ref,
        personId: column.ref,
        sinceOn: column.date,
        untilOn: optional(column.date),
      },
      references: { agencyId: 'agency', teamId: 'volunteer_team', personId: 'person' },
      indices: [
        { name: 'ix_team_coordinator_person', columns: ['agencyId', 'personId'] },
        { name: 'ix_team_coordinator_team', columns: ['teamId'] },
      ],
    });
    await offer(runner);
    await booking(runner);
    await createTable(runner, {
      name: 'team_booking_step',
      columns: {
        id: column.id,
        agencyId: column.ref,
        bookingId: column.ref,
        at: column.instant,
        doneBy: optional(column.ref),
        state: column.word,
        people: column.int,
      },
      enums: { state: BOOKING_STATES },
      references: { agencyId: 'agency', bookingId: 'team_booking' },
      indices: [{ name: 'ix_team_booking_step_story', columns: ['bookingId', 'at'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['team_booking_step', 'team_booking', 'team_offer', 'team_coordinator', 'volunteer_team'];
    for (const table of tables) await runner.dropTable(table);
  }
}

async function offer(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'team_offer',
    columns: {
      id: column.id,
      agencyId: column.ref,
      activityId: column.ref,
      guestsPerWorker: column.int,
      guestsPerChild: column.int,
      visitsPerMonth: column.int,
      hasOtherTasks: column.flag,
      otherTasks: optional(column.text(300)),
      checkLeadDays: column.int,
      cutOffDays: column.int,
      noticeDays: column.int,
      costLines: column.json,
      version: column.int,
      createdAt: column.instant,
    },
    references: { agencyId: 'agency', activityId: 'activity' },
    indices: [{ name: 'ux_team_offer_activity', columns: ['activityId'], unique: true }],
  });
}

async function booking(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'team_booking',
    columns: {
      id: column.id,
      agencyId: column.ref,
      teamId: column.ref,
      activityId: column.ref,
      tasks: column.word,
      people: column.int,
      wanted: column.int,
      partly: column.flag,
      state: column.word,
      expiresAt: optional(column.instant),
      endedHow: optional(column.word),
      reasonSealed: optional(column.longText),
      costs: column.json,
      budgetFen: optional(column.fen),
      requestId: column.text(64),
      requestedBy: column.ref,
      version: column.int,
      createdAt: column.instant,
    },
    enums: { tasks: TASKS, state: BOOKING_STATES, endedHow: ENDS },
    references: { agencyId: 'agency', teamId: 'volunteer_team', activityId: 'activity' },
    indices: [
      { name: 'ix_team_booking_activity', columns: ['activityId', 'state'] },
      { name: 'ix_team_booking_team', columns: ['agencyId', 'teamId'] },
      { name: 'ix_team_booking_expires', columns: ['state', 'expiresAt'] },
      { name: 'ux_team_booking_request', columns: ['teamId', 'activityId', 'requestId'], unique: true },
    ],
  });
}
