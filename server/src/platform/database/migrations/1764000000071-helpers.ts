import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** 助人自助: the way of somebody who is served to somebody who helps, as dated rows. */
export class Helpers1764000000071 implements MigrationInterface {
  name = 'Helpers1764000000071';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'helper_journey',
      columns: {
        id: column.id,
        agencyId: column.ref,
        personId: column.ref,
        childId: column.ref,
        origin: column.word,
        supervisorId: column.ref,
        begunBy: column.ref,
        begunOn: column.date,
        leftOn: optional(column.date),
        leftBy: optional(column.word),
        openPersonId: optional(column.ref),
        createdAt: column.instant,
      },
      enums: { origin: ['CHILD', 'PARENT'], leftBy: ['HELPER', 'WORKER', 'GUARDIAN'] },
      references: { agencyId: 'agency', personId: 'person', childId: 'child' },
      indices: [
        { name: 'ux_helper_journey_open', columns: ['openPersonId'], unique: true },
        { name: 'ix_helper_journey_child', columns: ['agencyId', 'childId'] },
        { name: 'ix_helper_journey_person', columns: ['agencyId', 'personId'] },
      ],
    });
    await createTable(runner, {
      name: 'helper_answer',
      columns: {
        id: column.id,
        agencyId: column.ref,
        journeyId: column.ref,
        personId: column.ref,
        giver: column.word,
        answer: column.word,
        method: column.word,
        giverNameSealed: column.longText,
        signatureSealed: optional(column.longText),
        textVersion: column.int,
        textHash: column.text(64),
        language: column.text(10),
        saidOn: column.date,
        recordedBy: optional(column.ref),
        recordedAt: column.instant,
      },
      enums: {
        giver: ['CHILD', 'GUARDIAN'],
        answer: ['YES', 'NO'],
        method: ['SIGNATURE', 'WITNESSED', 'LINK'],
      },
      references: { agencyId: 'agency', journeyId: 'helper_journey', personId: 'person' },
      indices: [{ name: 'ix_helper_answer_journey', columns: ['agencyId', 'journeyId'] }],
    });
    await createTable(runner, {
      name: 'helper_milestone',
      columns: {
        id: column.id,
        agencyId: column.ref,
        journeyId: column.ref,
        personId: column.ref,
        kind: column.word,
        happenedOn: column.date,
        besideId: optional(column.ref),
        recordedBy: column.ref,
        recordedAt: column.instant,
      },
      enums: { kind: ['ACCOMPANIED', 'ACTIVE', 'CORE', 'STAFF'] },
      references: { agencyId: 'agency', journeyId: 'helper_journey', personId: 'person' },
      indices: [
        { name: 'ux_helper_milestone', columns: ['journeyId', 'kind', 'happenedOn'], unique: true },
        { name: 'ix_helper_milestone_count', columns: ['agencyId', 'kind', 'happenedOn'] },
      ],
    });
    await createTable(runner, {
      name: 'helper_word',
      columns: {
        id: column.id,
        agencyId: column.ref,
        journeyId: column.ref,
        personId: column.ref,
        step: column.text(40),
        wordsSealed: column.longText,
        saidAt: column.instant,
      },
      references: { agencyId: 'agency', journeyId: 'helper_journey', personId: 'person' },
      indices: [{ name: 'ux_helper_word', columns: ['journeyId', 'step'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['helper_word', 'helper_milestone', 'helper_answer', 'helper_journey']) {
      await runner.dropTable(table);
    }
  }
}
