import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COMPANIONSHIP_MACHINE, PROPOSAL_MACHINE } from '@tongxing/shared/states';
import { column, optional } from '../columns.js';
import { createTable } from './create-table.js';

/** Runs of the engine, proposals, companionships, and the family's consent. */
export class Matching1764000000005 implements MigrationInterface {
  name = 'Matching1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'match_run',
      columns: {
        id: column.id,
        agencyId: column.ref,
        requestId: column.text(64),
        startedBy: column.ref,
        startedAt: column.instant,
        serviceDate: column.date,
        volunteersConsidered: column.int,
        childrenConsidered: column.int,
        candidatePairs: column.int,
        objective: column.text(20),
        bound: column.text(20),
        certificateChecked: column.flag,
        inputHash: column.text(64),
        weightsVersion: column.int,
        durationMs: column.int,
      },
      references: { agencyId: 'agency' },
      indices: [
        { name: 'ux_match_run_request', columns: ['agencyId', 'requestId'], unique: true },
        { name: 'ix_match_run_started', columns: ['agencyId', 'startedAt'] },
      ],
    });
    await createTable(runner, {
      name: 'match_run_document',
      columns: { id: column.id, runId: column.ref, kind: column.word, part: column.int, body: column.longText },
      enums: { kind: ['INPUT', 'SOLUTION'] },
      references: { runId: 'match_run' },
      indices: [{ name: 'ux_match_run_document_part', columns: ['runId', 'kind', 'part'], unique: true }],
    });
    await createTable(runner, {
      name: 'match_proposal',
      columns: {
        id: column.id,
        agencyId: column.ref,
        runId: column.ref,
        volunteerId: column.ref,
        childId: column.ref,
        score: column.int,
        parts: column.json,
        slack: column.int,
        state: column.word,
        version: column.int,
        decidedBy: optional(column.ref),
        decidedAt: optional(column.instant),
        declineReasonSealed: optional(column.longText),
      },
      enums: { state: Object.keys(PROPOSAL_MACHINE) },
      references: { agencyId: 'agency', runId: 'match_run', volunteerId: 'volunteer', childId: 'child' },
      indices: [
        { name: 'ux_match_proposal_pair', columns: ['runId', 'childId'], unique: true },
        { name: 'ix_match_proposal_state', columns: ['agencyId', 'state'] },
      ],
    });
    await createTable(runner, {
      name: 'companionship',
      columns: {
        id: column.id,
        agencyId: column.ref,
        proposalId: column.ref,
        volunteerId: column.ref,
        childId: column.ref,
        heldChildId: optional(column.ref),
        workerId: column.ref,
        state: column.word,
        version: column.int,
        acceptedAt: column.instant,
        answeredAt: optional(column.instant),
        conductAcceptedOn: optional(column.date),
        conductVersion: optional(column.int),
        startsOn: optional(column.date),
        endedOn: optional(column.date),
        closingTalkOn: optional(column.date),
        reasonSealed: optional(column.longText),
        planSealed: optional(column.longText),
        planApprovedBy: optional(column.ref),
        planApprovedOn: optional(column.date),
        commonTimes: column.json,
      },
      enums: { state: Object.keys(COMPANIONSHIP_MACHINE) },
      references: { agencyId: 'agency', proposalId: 'match_proposal', volunteerId: 'volunteer', childId: 'child' },
      indices: [
        { name: 'ux_companionship_proposal', columns: ['proposalId'], unique: true },
        { name: 'ux_companionship_held_child', columns: ['heldChildId'], unique: true },
        { name: 'ix_companionship_agency_state', columns: ['agencyId', 'state'] },
        { name: 'ix_companionship_volunteer', columns: ['volunteerId'] },
        { name: 'ix_companionship_child', columns: ['childId'] },
      ],
    });
    await createTable(runner, {
      name: 'consent',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        companionshipId: column.ref,
        purpose: column.text(40),
        guardianNameSealed: column.longText,
        relationSealed: column.longText,
        method: column.word,
        witnessNameSealed: optional(column.longText),
        serviceAgreementSignedOn: column.date,
        givenOn: column.date,
        validUntil: column.date,
        childAnswer: column.word,
        childAnsweredOn: optional(column.date),
        recordedBy: column.ref,
        recordedAt: column.instant,
        withdrawnOn: optional(column.date),
        withdrawnAt: optional(column.instant),
      },
      enums: {
        method: ['SIGNATURE', 'THUMBPRINT', 'WITNESSED'],
        childAnswer: ['YES', 'NO', 'NOT_ASKED'],
      },
      references: { agencyId: 'agency', childId: 'child', companionshipId: 'companionship' },
      indices: [
        { name: 'ix_consent_companionship', columns: ['companionshipId', 'recordedAt'] },
        { name: 'ix_consent_child', columns: ['agencyId', 'childId'] },
      ],
    });
    await createTable(runner, {
      name: 'guardian_link',
      columns: {
        id: column.id,
        agencyId: column.ref,
        childId: column.ref,
        tokenHash: column.text(64),
        createdBy: column.ref,
        createdAt: column.instant,
        expiresAt: column.instant,
        revokedAt: optional(column.instant),
      },
      references: { agencyId: 'agency', childId: 'child' },
      indices: [
        { name: 'ux_guardian_link_token', columns: ['tokenHash'], unique: true },
        { name: 'ix_guardian_link_child', columns: ['agencyId', 'childId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'guardian_link',
      'consent',
      'companionship',
      'match_proposal',
      'match_run_document',
      'match_run',
    ]) {
      await runner.dropTable(table);
    }
  }
}
