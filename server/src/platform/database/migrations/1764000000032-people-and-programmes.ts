import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { changeWords } from './change-words.js';
import { createTable } from './create-table.js';

const PERSON_OF_AGENCY = { agencyId: column.ref, personId: column.ref };
const LINKS = { agencyId: 'agency', personId: 'person' };
const TAKEN_BACK = {
  takenBackAt: optional(column.instant),
  takenBackBy: optional(column.ref),
  takenBackReason: optional(column.word),
};
const FACT = [
  'recordedBy varchar(36)',
  'takenBackAt varchar(24)',
  'takenBackBy varchar(36)',
  'takenBackReason varchar(40)',
] as const;
/** Later columns of tables that are there: all optional, rows stand already. */
const ADDED = {
  training: FACT,
  volunteer_agreement: FACT,
  record_check: FACT,
  volunteer: ['travelMetres integer'],
  service_area: ['closedOn varchar(10)', 'version integer'],
} as const;
const PURPOSES = ['CONSENT_PAPER', 'TRAINING_CERTIFICATE', 'VOLUNTEER_AGREEMENT'];
const SUBJECT_TYPES = ['Companionship', 'Volunteer'];

/** Qualified colleagues, supervisors' places, who volunteers are, facts that are taken back, and programmes. */
export class PeopleAndProgrammes1764000000032 implements MigrationInterface {
  name = 'PeopleAndProgrammes1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    await people(runner);
    await programmes(runner);
    for (const [table, columns] of Object.entries(ADDED)) {
      // Plain SQL: TypeORM would copy the whole table on SQLite.
      for (const column of columns) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
    }
    await changeWords(runner, 'stored_file', 'purpose', [...PURPOSES, 'STAFF_CREDENTIAL']);
    await changeWords(runner, 'stored_file', 'subjectType', [...SUBJECT_TYPES, 'Person']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeWords(runner, 'stored_file', 'subjectType', SUBJECT_TYPES);
    await changeWords(runner, 'stored_file', 'purpose', PURPOSES);
    for (const [table, columns] of Object.entries(ADDED).reverse()) {
      for (const column of [...columns].reverse()) {
        await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ')[0] ?? ''}`);
      }
    }
    for (const table of ['programme_place', 'programme', 'volunteer_kind', 'supervisor_profile', 'staff_credential']) {
      await runner.dropTable(table);
    }
  }
}

async function people(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'staff_credential',
    columns: {
      id: column.id,
      ...PERSON_OF_AGENCY,
      kind: column.word,
      numberSealed: optional(column.longText),
      issuedBy: optional(column.text(100)),
      validFrom: column.date,
      validUntil: optional(column.date),
      batchId: optional(column.ref),
      confirmedBy: optional(column.ref),
      recordedBy: optional(column.ref),
      recordedAt: column.instant,
      ...TAKEN_BACK,
    },
    enums: {
      kind: [
        'SOCIAL_WORKER_ASSISTANT',
        'SOCIAL_WORKER',
        'SENIOR_SOCIAL_WORKER',
        'COUNSELLOR',
        'TEACHER',
        'LAWYER',
        'DOCTOR',
        'OTHER',
      ],
    },
    references: LINKS,
    indices: [
      { name: 'ix_staff_credential_person', columns: ['agencyId', 'personId'] },
      { name: 'ix_staff_credential_batch', columns: ['batchId'] },
      { name: 'ix_staff_credential_until', columns: ['agencyId', 'validUntil'] },
    ],
  });
  await createTable(runner, {
    name: 'supervisor_profile',
    columns: {
      id: column.id,
      ...PERSON_OF_AGENCY,
      places: column.int,
      version: column.int,
      changedAt: column.instant,
    },
    references: LINKS,
    indices: [{ name: 'ux_supervisor_profile_person', columns: ['agencyId', 'personId'], unique: true }],
  });
  await createTable(runner, {
    name: 'volunteer_kind',
    columns: {
      id: column.id,
      ...PERSON_OF_AGENCY,
      kind: column.word,
      startsOn: column.date,
      endsOn: optional(column.date),
      batchId: optional(column.ref),
      recordedAt: column.instant,
    },
    enums: {
      kind: [
        'ENTREPRENEUR',
        'STUDENT',
        'OFFICIAL',
        'ACADEMIC',
        'JOURNALIST',
        'MIGRANT_WORKER',
        'CORE_CHILD',
        'PARENT',
        'CORPORATE',
        'SPONSOR',
      ],
    },
    references: LINKS,
    indices: [
      { name: 'ix_volunteer_kind_person', columns: ['agencyId', 'personId'] },
      { name: 'ix_volunteer_kind_count', columns: ['agencyId', 'kind', 'startsOn'] },
      { name: 'ix_volunteer_kind_batch', columns: ['batchId'] },
    ],
  });
}

async function programmes(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'programme',
    columns: {
      id: column.id,
      agencyId: column.ref,
      name: column.text(60),
      nameEn: optional(column.text(80)),
      purpose: optional(column.text(300)),
      level: column.word,
      support: column.word,
      criteria: column.json,
      places: optional(column.int),
      startsOn: column.date,
      endsOn: optional(column.date),
      version: column.int,
      createdAt: column.instant,
    },
    enums: { level: ['CHILD', 'FAMILY', 'COMMUNITY', 'SOCIETY'], support: ['INSTRUMENTAL', 'EXPRESSIVE'] },
    references: { agencyId: 'agency' },
    indices: [{ name: 'ix_programme_list', columns: ['agencyId', 'id'] }],
  });
  await createTable(runner, {
    name: 'programme_place',
    columns: {
      id: column.id,
      agencyId: column.ref,
      programmeId: column.ref,
      childId: column.ref,
      // Programme and child while the place is held: the key lets a child hold one place of a programme.
      heldKey: optional(column.text(80)),
      startsOn: column.date,
      endsOn: optional(column.date),
      endReason: optional(column.word),
      checked: column.json,
      requestId: column.text(64),
      recordedBy: column.ref,
      recordedAt: column.instant,
    },
    enums: { endReason: ['COMPLETED', 'YIELDED', 'MOVED', 'LEFT', 'OTHER'] },
    references: { agencyId: 'agency', programmeId: 'programme', childId: 'child' },
    indices: [
      { name: 'ux_programme_place_held', columns: ['heldKey'], unique: true },
      { name: 'ux_programme_place_request', columns: ['agencyId', 'requestId'], unique: true },
      { name: 'ix_programme_place_programme', columns: ['programmeId'] },
      { name: 'ix_programme_place_child', columns: ['childId'] },
    ],
  });
}
