// What is remembered of each step of a batch, and when its rows are forgotten.
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { ImportBatch } from './import-batch.entity.js';
import { FORGET_ROWS, retentionEnd } from './row-retention.js';

@Injectable()
export class BatchLog {
  constructor(
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Counts only: what a row holds never reaches the audit. */
  record(action: string, batch: ImportBatch, facts: Readonly<Record<string, string | number>> = {}): void {
    const { kind, rowCount: rows, badCount: bad, duplicateCount: duplicate } = batch;
    const subject = { subjectType: 'ImportBatch', subjectId: batch.id };
    this.trail.record({ action, ...subject, facts: { kind, rows, bad, duplicate, ...facts } });
  }

  async forgetLater(batch: ImportBatch): Promise<void> {
    await this.outbox.add(FORGET_ROWS.kind, { batchId: batch.id }, { runAt: retentionEnd(batch) });
  }
}
