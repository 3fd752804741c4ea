import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable, type TableShape } from './create-table.js';

const PERSON_OF_AGENCY = { agencyId: column.ref, personId: column.ref };
const LINKS = { agencyId: 'agency', personId: 'person' };

const factTable = (name: string, extra: TableShape['columns'], enums: TableShape['enums'] = {}): TableShape => ({
  name,
  columns: {
    id: column.id,
    ...PERSON_OF_AGENCY,
    ...extra,
    happenedOn: column.date,
    validUntil: optional(column.date),
    batchId: optional(column.ref),
    confirmedBy: optional(column.ref),
    recordedAt: column.instant,
  },
  enums,
  references: LINKS,
  indices: [
    { name: `ix_${name}_person`, columns: ['agencyId', 'personId'] },
    { name: `ix_${name}_batch`, columns: ['batchId'] },
  ],
});

/** Volunteers with their dated facts, children, and the areas both live in. */
export class Rosters1764000000003 implements MigrationInterface {
  name = 'Rosters1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'service_area',
      columns: {
        id: column.id,
        agencyId: column.ref,
        code: column.text(20),
        name: column.text(60),
        nameEn: column.text(60),
        x: column.int,
        y: column.int,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_service_area_code', columns: ['agencyId', 'code'], unique: true }],
    });
    await createTable(runner, {
      name: 'volunteer',
      columns: {
        id: column.id,
        ...PERSON_OF_AGENCY,
        languages: column.json,
        skills: column.json,
        freeTimes: column.json,
        areaCode: optional(column.text(20)),
        places: column.int,
        supervisorId: optional(column.ref),
        stoppedSince: optional(column.date),
        batchId: optional(column.ref),
        createdAt: column.instant,
      },
      references: LINKS,
      indices: [
        { name: 'ux_volunteer_person', columns: ['agencyId', 'personId'], unique: true },
        { name: 'ix_volunteer_batch', columns: ['batchId'] },
        { name: 'ix_volunteer_list', columns: ['agencyId', 'id'] },
      ],
    });
    await createTable(runner, {
      name: 'child',
      columns: {
        id: column.id,
        ...PERSON_OF_AGENCY,
        pseudonym: column.text(40),
        schoolSealed: optional(column.longText),
        guardianNameSealed: optional(column.longText),
        guardianPhoneSealed: optional(column.longText),
        guardianRelationSealed: optional(column.longText),
        identityIndex: column.text(64),
        areaCode: optional(column.text(20)),
        languages: column.json,
        needs: column.json,
        freeTimes: column.json,
        priority: column.int,
        waitingSince: optional(column.date),
        companionGender: optional(column.text(10)),
        batchId: optional(column.ref),
        createdAt: column.instant,
      },
      references: LINKS,
      indices: [
        { name: 'ux_child_person', columns: ['agencyId', 'personId'], unique: true },
        { name: 'ux_child_pseudonym', columns: ['agencyId', 'pseudonym'], unique: true },
        { name: 'ix_child_batch', columns: ['batchId'] },
        { name: 'ix_child_list', columns: ['agencyId', 'id'] },
      ],
    });
    await createTable(runner, factTable('training', { kind: column.word }, { kind: ['PRE_SERVICE', 'IN_SERVICE'] }));
    await createTable(runner, factTable('volunteer_agreement', {}));
    await createTable(runner, factTable('record_check', { result: column.word }, { result: ['CLEAR', 'HIT'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['record_check', 'volunteer_agreement', 'training', 'child', 'volunteer', 'service_area']) {
      await runner.dropTable(table);
    }
  }
}
