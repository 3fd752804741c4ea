import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { addColumns, createTable, dropColumns } from './create-table.js';

/** Concerns about a child's safety, contacts of a pair with the day of the next one, and what a child is told after a stop. */
export class Concerns1764000000037 implements MigrationInterface {
  name = 'Concerns1764000000037';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'concern',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: optional(column.ref),
        companionshipId: optional(column.ref),
        workerId: optional(column.ref),
        raisedBy: optional(column.ref),
        raisedByKind: column.word,
        textSealed: column.longText,
        raisedAt: column.instant,
        dueAt: column.instant,
        state: column.word,
        seenBy: optional(column.ref),
        seenAt: optional(column.instant),
        requestId: column.text(64),
      },
      enums: {
        raisedByKind: ['STAFF', 'VOLUNTEER', 'GUARDIAN', 'CHILD', 'OTHER'],
        state: ['RECEIVED', 'SEEN'],
      },
      references: { agencyId: 'agency', childId: 'child', companionshipId: 'companionship' },
      indices: [
        { name: 'ux_concern_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_concern_agency_raised', columns: ['agencyId', 'raisedAt'] },
        { name: 'ix_concern_child', columns: ['childId'] },
        { name: 'ix_concern_companionship', columns: ['companionshipId'] },
      ],
    });
    await createTable(runner, {
      name: 'companionship_contact',
      columns: {
        id: column.id,
        agencyId: column.ref,
        companionshipId: column.ref,
        happenedOn: column.date,
        kind: column.word,
        noteSealed: optional(column.longText),
        recordedBy: column.ref,
        recordedAt: column.instant,
        requestId: column.text(64),
      },
      enums: { kind: ['ATTEMPTED', 'MADE'] },
      references: { agencyId: 'agency', companionshipId: 'companionship' },
      indices: [
        { name: 'ux_companionship_contact_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_companionship_contact_pair', columns: ['companionshipId', 'happenedOn'] },
      ],
    });
    await createTable(runner, {
      name: 'telling',
      columns: {
        id: column.id,
        agencyId: column.ref,
        companionshipId: column.ref,
        openCompanionshipId: optional(column.ref),
        childId: column.ref,
        askedAt: column.instant,
        answeredAt: optional(column.instant),
        answeredBy: optional(column.ref),
        wordsSealed: optional(column.longText),
      },
      references: { agencyId: 'agency', companionshipId: 'companionship', childId: 'child' },
      indices: [
        { name: 'ux_telling_open', columns: ['openCompanionshipId'], unique: true },
        { name: 'ix_telling_agency_answered', columns: ['agencyId', 'answeredAt'] },
        { name: 'ix_telling_companionship', columns: ['companionshipId'] },
        { name: 'ix_telling_child', columns: ['childId'] },
      ],
    });
    await addColumns(runner, 'companionship', { nextContactOn: optional(column.date) });
    // Of pairs that began before contacts were kept nobody has written one down: their first is due from the first day.
    await runner.query("UPDATE companionship SET nextContactOn = startsOn WHERE state = 'ACTIVE'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'companionship', ['nextContactOn']);
    for (const table of ['telling', 'companionship_contact', 'concern']) await runner.dropTable(table);
  }
}
