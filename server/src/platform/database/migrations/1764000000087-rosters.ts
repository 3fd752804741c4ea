import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Who comes with a team, by which link, and for which of its days. */
export class Rosters1764000000087 implements MigrationInterface {
  name = 'Rosters1764000000087';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'team_member',
      columns: {
        ...{ id: column.id, agencyId: column.ref, teamId: column.ref, personId: column.ref },
        createdAt: column.instant,
      },
      references: { agencyId: 'agency', teamId: 'volunteer_team', personId: 'person' },
      indices: [
        { name: 'ux_team_member', columns: ['teamId', 'personId'], unique: true },
        { name: 'ix_team_member_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'roster_link',
      columns: {
        ...{ id: column.id, agencyId: column.ref, bookingId: column.ref, openBookingId: optional(column.ref) },
        ...{ code: column.text(12), createdBy: column.ref },
        ...{ createdAt: column.instant, closedAt: optional(column.instant) },
      },
      references: { agencyId: 'agency', bookingId: 'team_booking' },
      indices: [
        { name: 'ux_roster_link_code', columns: ['code'], unique: true },
        { name: 'ux_roster_link_open', columns: ['openBookingId'], unique: true },
      ],
    });
    await createTable(runner, {
      name: 'roster_place',
      columns: {
        ...{ id: column.id, agencyId: column.ref, bookingId: column.ref, personId: column.ref },
        ...{ tasks: column.word, state: column.word },
        ...{ agreementVersion: optional(column.int), agreementLanguage: optional(column.text(8)) },
        ...{ agreementHash: optional(column.text(64)), agreementFactId: optional(column.ref) },
        ...{ signedAt: optional(column.instant), remindedAt: optional(column.instant) },
        ...{ changedAt: column.instant, createdAt: column.instant },
      },
      enums: { tasks: ['WITH_CHILDREN', 'WITHOUT_CHILDREN'], state: ['ASKED', 'JOINED', 'LEFT'] },
      references: { agencyId: 'agency', bookingId: 'team_booking', personId: 'person' },
      indices: [
        { name: 'ux_roster_place', columns: ['bookingId', 'personId'], unique: true },
        { name: 'ix_roster_place_person', columns: ['agencyId', 'personId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['roster_place', 'roster_link', 'team_member']) await runner.dropTable(table);
  }
}
