// How long the rows of a file are kept for review: seven days from the last step, then they are deleted.
import { z } from 'zod';
import type { JobKind } from '../platform/outbox/index.js';
import type { ImportBatch } from './import-batch.entity.js';

const KEPT_MS = 7 * 86_400_000;

export const FORGET_ROWS: JobKind<{ batchId: string }> = {
  kind: 'imports.forget-rows',
  payload: z.object({ batchId: z.string() }),
};

/** The instant from which the rows of a batch are of no more use. */
export function retentionEnd({ stagedAt, importedAt }: Pick<ImportBatch, 'stagedAt' | 'importedAt'>): string {
  return new Date(Date.parse(importedAt ?? stagedAt) + KEPT_MS).toISOString();
}
