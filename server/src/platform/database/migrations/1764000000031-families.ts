import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import {
  addChecks,
  addColumns,
  addOptionalLink,
  createTable,
  dropChecks,
  dropColumns,
  dropLink,
  type LinkShape,
} from './create-table.js';

const OF_HOUSEHOLD = { id: column.id, agencyId: column.ref, householdId: column.ref };
const LINKS = { agencyId: 'agency', householdId: 'household' };
const byHousehold = (table: string) => ({ name: `ix_${table}_household`, columns: ['agencyId', 'householdId'] });

const DOMAINS = ['STUDY', 'HOUSING', 'MEDICAL', 'WORK', 'NEIGHBOUR_SUPPORT', 'FAMILY_EDUCATION', 'MAJOR_EVENTS'];

const CHILD_COLUMNS = {
  schoolIndex: optional(column.text(64)),
  categories: optional(column.json),
  difficultyLevel: optional(column.word),
  discoveryChannel: optional(column.word),
  discoveredOn: optional(column.date),
  referrerSealed: optional(column.longText),
  schoolStage: optional(column.word),
  registration: optional(column.word),
  needPriorities: optional(column.json),
};
const CHILD_WORDS = {
  difficultyLevel: ['LEVEL_1', 'LEVEL_2', 'LEVEL_3'],
  discoveryChannel: ['OWN_SERVICES', 'PEERS', 'SCHOOL', 'COMMUNITY', 'OUTREACH'],
  schoolStage: ['PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR', 'VOCATIONAL', 'OUT_OF_SCHOOL'],
  registration: ['RURAL', 'URBAN'],
};
const CHILD_INDICES = [
  { name: 'ix_child_school', columns: ['agencyId', 'schoolIndex'] },
  { name: 'ix_child_channel', columns: ['agencyId', 'discoveryChannel'] },
];
const HOUSEHOLD_OF_CHILD: LinkShape = {
  table: 'child',
  column: 'householdId',
  target: 'household',
  index: { name: 'ix_child_household', columns: ['agencyId', 'householdId'] },
};

/** Households with their people, events, addresses and needs; how a child came, where it learns, under which names. */
export class Families1764000000031 implements MigrationInterface {
  name = 'Families1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'household',
      columns: {
        id: column.id,
        agencyId: column.ref,
        officeId: optional(column.ref),
        number: column.int,
        familyForm: optional(column.word),
        size: optional(column.int),
        originProvince: optional(column.text(20)),
        noteSealed: optional(column.longText),
        batchId: optional(column.ref),
        createdAt: column.instant,
        version: column.int,
        erasedAt: optional(column.instant),
      },
      enums: { familyForm: ['TWO_PARENT', 'SINGLE_PARENT', 'GRANDPARENT_LED', 'BLENDED', 'OTHER'] },
      references: { agencyId: 'agency', officeId: 'office' },
      indices: [
        { name: 'ux_household_number', columns: ['agencyId', 'number'], unique: true },
        { name: 'ix_household_list', columns: ['agencyId', 'erasedAt', 'id'] },
        { name: 'ix_household_office', columns: ['agencyId', 'officeId'] },
        { name: 'ix_household_batch', columns: ['batchId'] },
      ],
    });
    await createTable(runner, {
      name: 'household_member',
      columns: {
        ...OF_HOUSEHOLD,
        personId: column.ref,
        relation: column.word,
        education: optional(column.word),
        isGuardian: column.flag,
        isCaregiver: column.flag,
        openCaregiverOf: optional(column.ref),
        since: optional(column.date),
        until: optional(column.date),
        batchId: optional(column.ref),
        recordedAt: column.instant,
      },
      enums: {
        relation: ['CHILD', 'MOTHER', 'FATHER', 'STEP_PARENT', 'GRANDMOTHER', 'GRANDFATHER', 'RELATIVE', 'OTHER'],
        education: ['NO_SCHOOLING', 'LITERACY_CLASS', 'PRIMARY', 'JUNIOR', 'SENIOR', 'COLLEGE'],
      },
      references: { ...LINKS, personId: 'person' },
      indices: [
        byHousehold('household_member'),
        { name: 'ix_household_member_person', columns: ['agencyId', 'personId'] },
        { name: 'ix_household_member_batch', columns: ['batchId'] },
        { name: 'ux_household_member_caregiver', columns: ['openCaregiverOf'], unique: true },
      ],
    });
    await createTable(runner, {
      name: 'household_event',
      columns: {
        ...OF_HOUSEHOLD,
        kind: column.word,
        happenedOn: optional(column.date),
        noteSealed: optional(column.longText),
        recordedBy: optional(column.ref),
        recordedAt: column.instant,
      },
      enums: { kind: ['ILLNESS', 'DIVORCE', 'ACCIDENT', 'PARENT_DEATH_OR_DEPARTURE', 'OTHER'] },
      references: LINKS,
      indices: [byHousehold('household_event')],
    });
    await createTable(runner, {
      name: 'household_address',
      columns: {
        ...OF_HOUSEHOLD,
        areaCode: optional(column.text(20)),
        addressSealed: optional(column.longText),
        since: column.date,
        until: optional(column.date),
        recordedAt: column.instant,
      },
      references: LINKS,
      indices: [byHousehold('household_address')],
    });
    await createTable(runner, {
      name: 'family_need',
      columns: {
        ...OF_HOUSEHOLD,
        domain: column.word,
        priority: column.int,
        since: column.date,
        until: optional(column.date),
        recordedAt: column.instant,
      },
      enums: { domain: DOMAINS },
      references: LINKS,
      indices: [byHousehold('family_need')],
    });
    await createTable(runner, {
      name: 'school',
      columns: {
        id: column.id,
        agencyId: column.ref,
        name: column.text(100),
        areaCode: optional(column.text(20)),
        createdAt: column.instant,
      },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_school_name', columns: ['agencyId', 'name'], unique: true }],
    });
    await createTable(runner, {
      name: 'child_pseudonym',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        audience: column.word,
        pseudonym: column.text(40),
      },
      enums: { audience: ['COMPANION', 'DONOR', 'COMPANY', 'PARTNER', 'PUBLIC'] },
      references: { agencyId: 'agency', childId: 'child' },
      indices: [
        { name: 'ux_child_pseudonym_audience', columns: ['childId', 'audience'], unique: true },
        { name: 'ux_child_pseudonym_name', columns: ['agencyId', 'audience', 'pseudonym'], unique: true },
      ],
    });
    await addColumns(runner, 'child', CHILD_COLUMNS);
    await addOptionalLink(runner, HOUSEHOLD_OF_CHILD);
    await addChecks(runner, 'child', CHILD_WORDS);
    for (const { name, columns: columnNames } of CHILD_INDICES) {
      await runner.createIndex('child', new TableIndex({ name, columnNames }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of CHILD_INDICES) await runner.dropIndex('child', name);
    await dropChecks(runner, 'child', CHILD_WORDS);
    await dropLink(runner, HOUSEHOLD_OF_CHILD);
    await dropColumns(runner, 'child', Object.keys(CHILD_COLUMNS));
    for (const table of [
      ...['child_pseudonym', 'school', 'family_need', 'household_address', 'household_event'],
      ...['household_member', 'household'],
    ]) {
      await runner.dropTable(table);
    }
  }
}
