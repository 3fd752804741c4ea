import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** What a team is told after its day, edition by edition. */
export class TeamPacks1764000000100 implements MigrationInterface {
  name = 'TeamPacks1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'team_pack',
      columns: {
        id: column.id,
        agencyId: column.ref,
        bookingId: column.ref,
        teamId: column.ref,
        activityId: column.ref,
        onDate: column.date,
        closedOn: column.date,
        dueOn: column.date,
        edition: column.int,
        children: optional(column.int),
        sentAt: optional(column.instant),
        version: column.int,
        createdAt: column.instant,
      },
      references: { agencyId: 'agency', bookingId: 'team_booking', teamId: 'volunteer_team', activityId: 'activity' },
      indices: [
        { name: 'ux_team_pack_booking', columns: ['bookingId'], unique: true },
        { name: 'ix_team_pack_due', columns: ['agencyId', 'sentAt', 'dueOn'] },
        { name: 'ix_team_pack_team', columns: ['agencyId', 'teamId'] },
      ],
    });
    await createTable(runner, {
      name: 'team_pack_edition',
      columns: {
        id: column.id,
        agencyId: column.ref,
        packId: column.ref,
        number: column.int,
        debriefSealed: column.longText,
        outcomesSealed: column.longText,
        whySealed: optional(column.longText),
        taskReached: optional(column.int),
        processReached: optional(column.int),
        hash: column.text(64),
        sentBy: column.ref,
        sentAt: column.instant,
      },
      references: { agencyId: 'agency', packId: 'team_pack' },
      indices: [{ name: 'ux_team_pack_edition', columns: ['packId', 'number'], unique: true }],
    });
    await createTable(runner, {
      name: 'team_pack_line',
      columns: {
        id: column.id,
        agencyId: column.ref,
        editionId: column.ref,
        personId: column.ref,
        minutes: column.int,
      },
      references: { agencyId: 'agency', editionId: 'team_pack_edition', personId: 'person' },
      indices: [
        { name: 'ux_team_pack_line', columns: ['editionId', 'personId'], unique: true },
        { name: 'ix_team_pack_line_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'team_pack_thanks',
      columns: {
        id: column.id,
        agencyId: column.ref,
        editionId: column.ref,
        childId: column.ref,
        wordsSealed: column.longText,
      },
      references: { agencyId: 'agency', editionId: 'team_pack_edition', childId: 'child' },
      indices: [
        { name: 'ux_team_pack_thanks', columns: ['editionId', 'childId'], unique: true },
        { name: 'ix_team_pack_thanks_child', columns: ['agencyId', 'childId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['team_pack_thanks', 'team_pack_line', 'team_pack_edition', 'team_pack']) {
      await runner.dropTable(table);
    }
  }
}
