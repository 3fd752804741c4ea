// Between the resolver and the service: the schema's form of each outcome.
import { Injectable } from '@nestjs/common';
import type { Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../platform/graphql/index.js';
import type { ImportBatch } from '../import-batch.entity.js';
import { ImportChoices } from '../import-choices.js';
import { ImportUndo } from '../import-undo.js';
import { RosterMending } from '../roster-mending.js';
import { RosterImports, type ConfirmImportError, type MoveError, type RunImportError } from '../roster-imports.js';
import {
  ImportChoicesOpen,
  ImportInUse,
  ImportNothingValid,
  ImportUseType,
  SamePersonMayNotConfirm,
  toBatch,
  type ChangeImportChoicesResult,
  type ChooseImportRowInput,
  type ConfirmImportInput,
  type ConfirmImportResult,
  type DiscardImportInput,
  type DiscardImportResult,
  type MendImportRowInput,
  type MendImportRowResult,
  type RunImportInput,
  type RunImportResult,
  type SetImportDuplicateRuleInput,
  type UndoImportInput,
  type UndoImportResult,
} from './import-batch.types.js';

@Injectable()
export class ImportsApi {
  constructor(
    private readonly imports: RosterImports,
    private readonly mending: RosterMending,
    private readonly choices: ImportChoices,
    private readonly undoing: ImportUndo,
  ) {}

  async run(actor: PersonActor, { batchId, version }: RunImportInput): Promise<typeof RunImportResult> {
    const outcome: Result<ImportBatch, RunImportError> = await this.imports.run(actor, rowId(batchId), version);
    if (outcome.ok) return toBatch(outcome.value);
    const { error } = outcome;
    switch (error.code) {
      case 'IMPORT_NOTHING_VALID':
        return make(ImportNothingValid, { ...error, message: 'No row can be taken in.' });
      case 'IMPORT_CHOICES_OPEN':
        return make(ImportChoicesOpen, { ...error, message: 'Rows wait for a decision.' });
      default:
        return toCommonPayload(error);
    }
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

  async setRule(actor: PersonActor, input: SetImportDuplicateRuleInput): Promise<typeof ChangeImportChoicesResult> {
    const { batchId, version, rule } = input;
    const outcome = await this.choices.setRule(actor, rowId(batchId), version, rule);
    return outcome.ok ? toBatch(outcome.value) : toCommonPayload(outcome.error);
  }

  async choose(actor: PersonActor, input: ChooseImportRowInput): Promise<typeof ChangeImportChoicesResult> {
    const { batchId, version, line, choice } = input;
    const outcome = await this.choices.choose(actor, rowId(batchId), version, line, choice);
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
