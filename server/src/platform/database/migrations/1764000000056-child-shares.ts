import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { changeWords } from './change-words.js';
import { createTable } from './create-table.js';

const KNOWN = ['COMPANION', 'DONOR', 'COMPANY', 'PARTNER', 'PUBLIC'];

/** A worker opens what a family agreed to for one named reader of a company, a partner agency, or for an expert. */
export class ChildShares1764000000056 implements MigrationInterface {
  name = 'ChildShares1764000000056';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'child_share',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        audience: column.word,
        readerPersonId: column.ref,
        organisation: column.text(80),
        openedOn: column.date,
        untilOn: column.date,
        openedBy: column.ref,
        openedAt: column.instant,
        openPair: optional(column.text(120)),
        closedBy: optional(column.ref),
        closedAt: optional(column.instant),
        requestId: column.text(64),
      },
      enums: { audience: ['COMPANY', 'PARTNER', 'EXPERT'] },
      references: { agencyId: 'agency', childId: 'child', readerPersonId: 'person' },
      indices: [
        { name: 'ux_child_share_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ux_child_share_open', columns: ['openPair'], unique: true },
        { name: 'ix_child_share_reader', columns: ['agencyId', 'readerPersonId'] },
        { name: 'ix_child_share_child', columns: ['childId'] },
      ],
    });
    await changeWords(runner, 'child_pseudonym', 'audience', [...KNOWN, 'EXPERT']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM child_pseudonym WHERE audience = 'EXPERT'`);
    await changeWords(runner, 'child_pseudonym', 'audience', KNOWN);
    await runner.dropTable('child_share');
  }
}
