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
const STATES = [
  'DRAFT',
  'RISK_REVIEWED',
  'OPEN',
  'ROSTER_LOCKED',
  'RUNNING',
  'RECORDED',
  'EVALUATED',
  'CLOSED',
  'CANCELLED',
];

/** Venues with what was seen there, activities with their plans, who is in charge, and a row a day to be locked. */
export class Activities1764000000075 implements MigrationInterface {
  name = 'Activities1764000000075';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'venue',
      columns: {
        id: column.id,
        agencyId: column.ref,
        name: column.text(60),
        address: optional(column.text(120)),
        people: column.int,
        checks: column.json,
        checkedOn: optional(column.date),
        recordedBy: column.ref,
        version: column.int,
        createdAt: column.instant,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_venue_name', columns: ['agencyId', 'name'], unique: true }],
    });
    await activity(runner);
    await createTable(runner, {
      name: 'activity_worker',
      columns: { id: column.id, agencyId: column.ref, activityId: column.ref, personId: column.ref },
      references: { agencyId: 'agency', activityId: 'activity', personId: 'person' },
      indices: [
        { name: 'ux_activity_worker', columns: ['activityId', 'personId'], unique: true },
        { name: 'ix_activity_worker_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'activity_day',
      columns: { id: column.id, agencyId: column.ref, day: column.date },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_activity_day', columns: ['agencyId', 'day'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['activity_day', 'activity_worker', 'activity', 'venue']) await runner.dropTable(table);
  }
}

async function activity(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'activity',
    columns: {
      id: column.id,
      agencyId: column.ref,
      venueId: column.ref,
      kind: column.word,
      theme: column.text(80),
      themeEn: optional(column.text(120)),
      onDate: column.date,
      startMinute: column.int,
      endMinute: column.int,
      childrenGroup: optional(column.text(60)),
      children: column.int,
      childrenPerAdult: column.int,
      taskGoal: column.text(300),
      processGoal: column.text(300),
      childrenPart: column.text(500),
      riskChildrenSealed: optional(column.longText),
      riskStaffSealed: optional(column.longText),
      roles: column.json,
      budget: column.json,
      state: column.word,
      plannedBy: column.ref,
      reviewedBy: optional(column.ref),
      cancelReasonSealed: optional(column.longText),
      requestId: column.text(64),
      version: column.int,
      createdAt: column.instant,
    },
    enums: { kind: KINDS, state: STATES },
    references: { agencyId: 'agency', venueId: 'venue' },
    indices: [
      { name: 'ix_activity_calendar', columns: ['agencyId', 'onDate'] },
      { name: 'ux_activity_request', columns: ['agencyId', 'requestId'], unique: true },
    ],
  });
}
