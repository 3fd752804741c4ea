// Between the resolver and the service: the schema's form of each outcome.
import { Injectable } from '@nestjs/common';
import type { Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../platform/graphql/index.js';
import type { ImportBatch } from '../import-batch.entity.js';
import { ImportUndo } from '../import-undo.js';
import { RosterMending } from '../roster-mending.js';
import { RosterImports, type ConfirmImportError, type MoveError, type RunImportError } from '../roster-imports.js';
import {
  ImportInUse,
  ImportNothingValid,
  ImportUseType,
  SamePersonMayNotConfirm,
  toBatch,
  type ConfirmImportInput,
  type ConfirmImportResult,
  type DiscardImportInput,
  type DiscardImportResult,
  type MendImportRowInput,
  type MendImportRowResult,
  type RunImportInput,
  type RunImportResult,
  type UndoImportInput,
  type UndoImportResult,
} from './import-batch.types.js';

@Injectable()
export class ImportsApi {
  constructor(
    private readonly imports: RosterImports,
    private readonly mending: RosterMending,
    private readonly undoing: ImportUndo,
  ) {}

  async run(actor: PersonActor, { batchId, version }: RunImportInput): Promise<typeof RunImportResult> {
    const outcome: Result<ImportBatch, RunImportError> = await this.imports.run(actor, rowId(batchId), version);
    if (outcome.ok) return toBatch(outcome.value);
    const { error } = outcome;
    if (error.code !== 'IMPORT_NOTHING_VALID') return toCommonPayload(error);
    const { code, badCount } = error;
    return make(ImportNothingValid, { code, message: 'No row can be taken in.', badCount });
  }

  async confirm(actor: PersonActor, { batchId, version }: ConfirmImportInput): Promise<typeof ConfirmImportResult> {
    const outcome: Result<ImportBatch, ConfirmImportError> = await this.imports.confirm(actor, rowId(batchId), version);
    if (outcome.ok) return toBatch(outcome.value);
    const { error } = outcome;
    if (error.code !== 'SAME_PERSON_MAY_NOT_CONFIRM') return toCommonPayload(error);
    return make(SamePersonMayNotConfirm, {
      code: error.code,
      message: 'A second person confirms what this one imported.',
      rule: 'facts that came by import',
    });
  }

  async discard(actor: PersonActor, { batchId }: DiscardImportInput): Promise<typeof DiscardImportResult> {
    const outcome: Result<ImportBatch, MoveError> = await this.imports.discard(actor, rowId(batchId));
    return outcome.ok ? toBatch(outcome.value) : toCommonPayload(outcome.error);
  }

  async mend(actor: PersonActor, input: MendImportRowInput): Promise<typeof MendImportRowResult> {
    const { batchId, version, line, changes } = input;
    const outcome = await this.mending.mend(actor, rowId(batchId), version, line, changes);
    return outcome.ok ? toBatch(outcome.value) : toCommonPayload(outcome.error);
  }

  async undo(actor: PersonActor, { batchId, version }: UndoImportInput): Promise<typeof UndoImportResult> {
    const outcome = await this.undoing.undo(actor, rowId(batchId), version);
    if (outcome.ok) return toBatch(outcome.value);
    const { error } = outcome;
    if (error.code !== 'IMPORT_IN_USE') return toCommonPayload(error);
    const uses = [...error.uses].map(([use, count]) => make(ImportUseType, { use, count }));
    return make(ImportInUse, { code: error.code, message: 'Something stands on people of this roster.', uses });
  }
}

/** Another kind of id is no batch's: it answers as a missing one. */
const rowId = (globalId: string) => fromGlobalId('ImportBatch', globalId) ?? '';
