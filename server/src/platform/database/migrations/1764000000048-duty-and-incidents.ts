import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Who is on call, from when to when; and what happened or was practised, minute by minute. */
export class DutyAndIncidents1764000000048 implements MigrationInterface {
  name = 'DutyAndIncidents1764000000048';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'duty_slot',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        line: column.word,
        startsAt: column.instant,
        endsAt: column.instant,
        createdBy: column.ref,
        createdAt: column.instant,
        removedAt: optional(column.instant),
        requestId: column.text(64),
      },
      enums: { line: ['FIRST', 'SECOND'] },
      references: { agencyId: 'agency' },
      indices: [
        { name: 'ux_duty_slot_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_duty_slot_ends', columns: ['agencyId', 'endsAt'] },
      ],
    });
    await createTable(runner, {
      name: 'incident',
      columns: {
        id: column.id,
        agencyId: column.ref,
        kind: column.word,
        scenario: column.word,
        startedAt: column.instant,
        endedAt: optional(column.instant),
        startedBy: column.ref,
        textSealed: column.longText,
        lessonsSealed: optional(column.longText),
        requestId: column.text(64),
      },
      enums: {
        kind: ['INCIDENT', 'DRILL'],
        scenario: ['INJURY', 'MISSING_CHILD', 'FIRE', 'ILLNESS', 'STRANGER', 'WEATHER', 'TRAFFIC', 'OTHER'],
      },
      references: { agencyId: 'agency' },
      indices: [
        { name: 'ux_incident_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_incident_agency_started', columns: ['agencyId', 'startedAt'] },
      ],
    });
    await createTable(runner, {
      name: 'incident_moment',
      columns: {
        id: column.id,
        agencyId: column.ref,
        incidentId: column.ref,
        at: column.instant,
        byId: column.ref,
        textSealed: column.longText,
        requestId: column.text(64),
      },
      references: { agencyId: 'agency', incidentId: 'incident' },
      indices: [
        { name: 'ux_incident_moment_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_incident_moment_incident', columns: ['incidentId', 'at'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['incident_moment', 'incident', 'duty_slot']) await runner.dropTable(table);
  }
}
