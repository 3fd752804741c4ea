import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Texts of agreements in versions, agreements offered to somebody, and who signed them. */
export class Agreements1764000000064 implements MigrationInterface {
  name = 'Agreements1764000000064';

  async up(runner: QueryRunner): Promise<void> {
    const kind = ['VOLUNTEER', 'SERVICE'];
    await createTable(runner, {
      name: 'agreement_template',
      columns: {
        id: column.id,
        agencyId: column.ref,
        kind: column.word,
        number: column.int,
        titleZh: column.text(60),
        titleEn: column.text(60),
        textZh: column.longText,
        textEn: column.longText,
        plainZh: column.longText,
        plainEn: column.longText,
        fields: column.json,
        validDays: column.int,
        signBy: optional(column.date),
        releasedAt: optional(column.instant),
        releasedBy: optional(column.ref),
        writtenAt: column.instant,
        writtenBy: column.ref,
        version: column.int,
      },
      enums: { kind },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ux_agreement_template_number', columns: ['agencyId', 'kind', 'number'], unique: true }],
    });
    await createTable(runner, {
      name: 'agreement',
      columns: {
        id: column.id,
        agencyId: column.ref,
        kind: column.word,
        templateId: column.ref,
        personId: column.ref,
        volunteerId: optional(column.ref),
        childId: optional(column.ref),
        number: column.text(8),
        code: column.text(8),
        state: column.word,
        guardianNeeded: column.flag,
        valuesSealed: column.longText,
        language: optional(column.text(8)),
        textSealed: optional(column.longText),
        textHash: optional(column.text(64)),
        offeredAt: column.instant,
        offeredBy: optional(column.ref),
        signBy: optional(column.date),
        startsOn: optional(column.date),
        validUntil: optional(column.date),
        factId: optional(column.ref),
        endedOn: optional(column.date),
        endedBy: optional(column.ref),
        endReason: optional(column.word),
        endNoteSealed: optional(column.longText),
        version: column.int,
        requestId: column.text(64),
      },
      enums: {
        kind,
        state: ['TO_SIGN', 'TO_COUNTERSIGN', 'IN_FORCE', 'ENDED', 'WITHDRAWN', 'REPLACED'],
        endReason: ['OWN_WISH', 'AGREED', 'NOT_KEPT', 'MOVED', 'MISTAKE', 'OTHER'],
      },
      references: {
        agencyId: 'agency',
        templateId: 'agreement_template',
        personId: 'person',
        volunteerId: 'volunteer',
        childId: 'child',
      },
      indices: [
        { name: 'ux_agreement_number', columns: ['number'], unique: true },
        { name: 'ux_agreement_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_agreement_person', columns: ['agencyId', 'personId', 'state'] },
        { name: 'ix_agreement_state', columns: ['agencyId', 'state', 'offeredAt'] },
        { name: 'ix_agreement_child', columns: ['agencyId', 'childId', 'state'] },
      ],
    });
    await createTable(runner, {
      name: 'agreement_signature',
      columns: {
        id: column.id,
        agencyId: column.ref,
        agreementId: column.ref,
        subjectId: column.ref,
        capacity: column.word,
        method: column.word,
        way: column.word,
        nameSealed: column.longText,
        relationSealed: optional(column.longText),
        signatureSealed: optional(column.longText),
        witnessSealed: optional(column.longText),
        signedBy: optional(column.ref),
        signedAt: column.instant,
        signedOn: column.date,
        textHash: column.text(64),
      },
      enums: {
        capacity: ['VOLUNTEER', 'GUARDIAN', 'AGENCY'],
        method: ['DRAWN', 'TYPED', 'WITNESSED', 'PAPER'],
        way: ['ACCOUNT', 'LINK', 'DEVICE'],
      },
      references: { agencyId: 'agency', agreementId: 'agreement', subjectId: 'person' },
      indices: [{ name: 'ux_agreement_signature', columns: ['agreementId', 'capacity'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['agreement_signature', 'agreement', 'agreement_template']) await runner.dropTable(table);
  }
}
