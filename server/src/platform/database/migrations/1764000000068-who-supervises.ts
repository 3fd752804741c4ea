import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Who supervised whom from when to when, and who stands in for a supervisor who is away. */
export class WhoSupervises1764000000068 implements MigrationInterface {
  name = 'WhoSupervises1764000000068';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'supervised_by',
      columns: {
        id: column.id,
        agencyId: column.ref,
        volunteerId: column.ref,
        supervisorId: column.ref,
        startedAt: column.instant,
        endedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', volunteerId: 'volunteer', supervisorId: 'person' },
      indices: [
        { name: 'ix_supervised_by_volunteer', columns: ['agencyId', 'volunteerId', 'endedAt'] },
        { name: 'ix_supervised_by_supervisor', columns: ['agencyId', 'supervisorId', 'endedAt'] },
      ],
    });
    await createTable(runner, {
      name: 'supervision_delegate',
      columns: {
        id: column.id,
        agencyId: column.ref,
        supervisorId: column.ref,
        delegateId: column.ref,
        startsOn: column.date,
        endsOn: column.date,
        givenBy: column.ref,
        givenAt: column.instant,
        requestId: column.text(64),
      },
      references: { agencyId: 'agency', supervisorId: 'person', delegateId: 'person' },
      indices: [
        { name: 'ux_supervision_delegate_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_supervision_delegate_of', columns: ['agencyId', 'supervisorId', 'endsOn'] },
        { name: 'ix_supervision_delegate_by', columns: ['agencyId', 'delegateId', 'endsOn'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['supervision_delegate', 'supervised_by']) await runner.dropTable(table);
  }
}
