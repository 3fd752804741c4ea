import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Connection,
  InstantType,
  InvalidInput,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import type { ImportState, RosterKind } from '../domain/index.js';
import { IMPORT_USES, type ImportUse } from '../imported-people.js';
import type { DuplicateRule, ImportBatch, RowChoice, RowStatus } from '../import-batch.entity.js';
import type { OpenedRow } from '../import-batches.repository.js';
import { Graded, OfGrade } from '../../platform/access/index.js';

const RosterKindEnum: Record<RosterKind, RosterKind> = {
  VOLUNTEERS: 'VOLUNTEERS',
  CHILDREN: 'CHILDREN',
  STAFF: 'STAFF',
  ACTIVITIES: 'ACTIVITIES',
  TEAMS: 'TEAMS',
};
registerEnumType(RosterKindEnum, { name: 'RosterKind', description: 'Whom or what a roster lists.' });

const ImportStateEnum: Record<ImportState, ImportState> = {
  STAGED: 'STAGED',
  IMPORTED: 'IMPORTED',
  CONFIRMED: 'CONFIRMED',
  DISCARDED: 'DISCARDED',
};
registerEnumType(ImportStateEnum, {
  name: 'ImportState',
  description: 'STAGED waits for review, IMPORTED for a second person; only what is CONFIRMED counts.',
});

const ImportRowStatusEnum: Record<RowStatus, RowStatus> = { VALID: 'VALID', BAD: 'BAD', DUPLICATE: 'DUPLICATE' };
registerEnumType(ImportRowStatusEnum, { name: 'ImportRowStatus', description: 'Only a VALID row is taken in.' });

export const DuplicateRuleEnum: Record<DuplicateRule, DuplicateRule> = { SKIP: 'SKIP', UPDATE: 'UPDATE', ASK: 'ASK' };
registerEnumType(DuplicateRuleEnum, {
  name: 'ImportDuplicateRule',
  description: 'What becomes of rows that mean somebody whom the agency has: left out, brought up to date, or asked.',
});

export const RowChoiceEnum: Record<RowChoice, RowChoice> = { SKIP: 'SKIP', UPDATE: 'UPDATE' };
registerEnumType(RowChoiceEnum, { name: 'ImportRowChoice', description: 'What was decided for one such row.' });

export type RowFilter = RowStatus | 'ALL';
export const ImportRowFilterEnum: Record<RowFilter, RowFilter> = {
  ALL: 'ALL',
  BAD: 'BAD',
  VALID: 'VALID',
  DUPLICATE: 'DUPLICATE',
};
registerEnumType(ImportRowFilterEnum, { name: 'ImportRowFilter', description: 'Which rows to list.' });

@ObjectType('ImportColumn', { description: 'A column of the file and what it was read as.' })
@Graded('roster', 'G1')
export class ImportColumnType {
  @Field({ description: 'Header as it stands in the file.' }) header: string;
  @Field(() => String, { nullable: true, description: 'Field; null where the column is not needed.' }) field:
    string | null;
}

@ObjectType('ImportCell', { description: 'One cell as it was read.' })
@Graded('roster', 'G5')
export class ImportCellType {
  @Field({ description: 'Field; empty for a cell beyond the last column.' }) field: string;
  @Field({ description: 'Header as it stands in the file.' }) header: string;
  @Field({
    description: 'Text of the file. Empty for the answer of a record check, unless the viewer may read it (H8).',
  })
  raw: string;
  @Field(() => String, { nullable: true, description: 'Code of what is wrong; the client has words for it.' })
  problem: string | null;
}

@ObjectType('ImportRow', {
  description: 'One row of the file. Rows are deleted once the batch is confirmed or dropped.',
})
@Graded('roster', 'G1')
export class ImportRowType {
  @Field(() => Int, { description: 'Line of the file, from 1.' }) line: number;
  @Field(() => ImportRowStatusEnum, { description: 'Whether it is taken in.' }) status: RowStatus;
  @Field(() => [ImportCellType], { description: 'Cells of needed columns, each with its problem.' })
  cells: ImportCellType[];
  @Field(() => [String], {
    description:
      'Fields that say something else than what the agency has of this person; empty where none would change.',
  })
  differs: string[];
  @Field(() => RowChoiceEnum, { nullable: true, description: 'What was decided for the row; null: nothing yet.' })
  choice: RowChoice | null;
}

export const ImportRowConnection = Connection(() => ImportRowType, 'ImportRow');

@ObjectType('ImportBatch', {
  description: 'One roster file on its way in. It comes by POST /files/rosters?kind=VOLUNTEERS&name=… (raw body).',
})
@Graded('roster', 'G1')
export class ImportBatchType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => RosterKindEnum, { description: 'Whom it lists.' }) kind: RosterKind;
  @Field({ description: 'Name of the file.' }) @OfGrade('G2') fileName: string;
  @Field({ description: 'Encoding it was read in: UTF-8 or GBK.' }) encoding: string;
  @Field(() => ImportStateEnum, { description: 'How far it has come.' }) state: ImportState;
  @Field(() => [ImportColumnType], { description: 'In the order of the file.' }) columns: ImportColumnType[];
  @Field(() => Int, { description: 'Rows of the file.' }) rowCount: number;
  @Field(() => Int, { description: 'Rows that can be, or were, taken in.' }) validCount: number;
  @Field(() => Int, { description: 'Rows left out for what is wrong with them.' }) badCount: number;
  @Field(() => Int, { description: 'Rows left out because they mean somebody who is there already.' })
  duplicateCount: number;
  @Field(() => Int, { description: 'Rows taken in; 0 until it is imported.' }) importedCount: number;
  @Field(() => DuplicateRuleEnum, { description: 'What becomes of rows that mean somebody whom the agency has.' })
  duplicateRule: DuplicateRule;
  @Field(() => Int, { description: 'People whom it brought up to date; 0 until it is imported.' }) updatedCount: number;
  @Field(() => InstantType, { description: 'When the file came.' }) stagedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was imported.' }) importedAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When the second person confirmed it.' })
  confirmedAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was taken back, with all its people.' })
  undoneAt: string | null;
  @Field(() => Int, { description: 'To be passed back with the next step.' }) version: number;
  @HideField() batch: ImportBatch;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Who imported a roster does not confirm it: a second person does.',
})
@Graded('G0')
export class SamePersonMayNotConfirm extends UserError {
  @Field({ description: 'Rule that asks for two people.' }) rule: string;
}

@ObjectType({ implements: () => [UserError], description: 'No row of the file can be taken in.' })
@Graded('roster', 'G1')
export class ImportNothingValid extends UserError {
  @Field(() => Int, { description: 'Rows with something wrong; all others are registered already.' }) badCount: number;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Rows that ask whether to bring somebody up to date have no answer yet.',
})
@Graded('roster', 'G1')
export class ImportChoicesOpen extends UserError {
  @Field(() => Int, { description: 'Rows without an answer.' }) openCount: number;
}

@ObjectType('ImportChoiceCounts', { description: 'Rows that could bring somebody of the agency up to date.' })
@Graded('roster', 'G1')
export class ImportChoiceCountsType {
  @Field(() => Int, { description: 'All of them.' }) updatable: number;
  @Field(() => Int, { description: 'Those that will.' }) toUpdate: number;
  @Field(() => Int, { description: 'Those that wait for a decision, where the batch asks.' }) open: number;
}

const ImportUseEnum = Object.fromEntries(IMPORT_USES.map((use) => [use, use])) as Record<ImportUse, ImportUse>;
registerEnumType(ImportUseEnum, { name: 'ImportUse', description: 'What somebody of a roster is needed for by now.' });

@ObjectType('ImportUseCount', { description: 'How often people of the roster are needed for something.' })
@Graded('roster', 'G1')
export class ImportUseType {
  @Field(() => ImportUseEnum, { description: 'For what.' }) use: ImportUse;
  @Field(() => Int, { description: 'How often.' }) count: number;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Something stands on people of this roster by now; it is not taken back.',
})
@Graded('roster', 'G1')
export class ImportInUse extends UserError {
  @Field(() => [ImportUseType], { description: 'Everything that stands on them, counted.' }) uses: ImportUseType[];
}

export const RunImportResult = createUnionType({
  name: 'RunImportResult',
  types: () =>
    [ImportBatchType, ImportNothingValid, ImportChoicesOpen, TransitionRefused, StaleVersion, NotFound] as const,
});
export const ConfirmImportResult = createUnionType({
  name: 'ConfirmImportResult',
  types: () => [ImportBatchType, SamePersonMayNotConfirm, TransitionRefused, StaleVersion, NotFound] as const,
});
export const DiscardImportResult = createUnionType({
  name: 'DiscardImportResult',
  types: () => [ImportBatchType, TransitionRefused, StaleVersion, NotFound] as const,
});

export const MendImportRowResult = createUnionType({
  name: 'MendImportRowResult',
  types: () => [ImportBatchType, InvalidInput, TransitionRefused, StaleVersion, NotFound] as const,
});
export const UndoImportResult = createUnionType({
  name: 'UndoImportResult',
  types: () => [ImportBatchType, ImportInUse, TransitionRefused, StaleVersion, NotFound] as const,
});

export const ChangeImportChoicesResult = createUnionType({
  name: 'ChangeImportChoicesResult',
  types: () => [ImportBatchType, TransitionRefused, StaleVersion, NotFound] as const,
});

@InputType()
export class SetImportDuplicateRuleInput {
  @Field(() => ID, { description: 'Which batch.' }) batchId: string;
  @Field(() => Int, { description: 'The version that was looked at.' }) version: number;
  @Field(() => DuplicateRuleEnum, { description: 'The rule from now on.' }) rule: DuplicateRule;
}

@InputType()
export class ChooseImportRowInput {
  @Field(() => ID, { description: 'Which batch.' }) batchId: string;
  @Field(() => Int, { description: 'The version that was looked at.' }) version: number;
  @Field(() => Int, { description: 'Line of the file.' }) line: number;
  @Field(() => RowChoiceEnum, { description: 'What to do with the row.' }) choice: RowChoice;
}

@InputType({ description: 'What a cell should have said.' })
export class CellChangeInput {
  @Field({ description: 'Field of the roster; empty for a cell beyond the last column, which can only be emptied.' })
  field: string;
  @Field({ description: 'The text, as it would stand in the file; at most 500 characters.' }) text: string;
}

@InputType()
export class MendImportRowInput {
  @Field(() => ID, { description: 'Which batch.' }) batchId: string;
  @Field(() => Int, { description: 'The version that was looked at.' }) version: number;
  @Field(() => Int, { description: 'Line of the file.' }) line: number;
  @Field(() => [CellChangeInput], { description: 'Cells that change; all others stay as they are.' })
  changes: CellChangeInput[];
}

@InputType()
export class UndoImportInput {
  @Field(() => ID, { description: 'Which batch.' }) batchId: string;
  @Field(() => Int, { description: 'The version that was looked at.' }) version: number;
}

@InputType()
export class RunImportInput {
  @Field(() => ID, { description: 'Which batch.' }) batchId: string;
  @Field(() => Int, { description: 'The version that was looked at.' }) version: number;
}

@InputType()
export class ConfirmImportInput {
  @Field(() => ID, { description: 'Which batch.' }) batchId: string;
  @Field(() => Int, { description: 'The version that was looked at.' }) version: number;
}

@InputType()
export class DiscardImportInput {
  @Field(() => ID, { description: 'Which batch.' }) batchId: string;
}

export function toBatch(batch: ImportBatch): ImportBatchType {
  return make(ImportBatchType, {
    id: toGlobalId('ImportBatch', batch.id),
    kind: batch.kind,
    fileName: batch.fileName,
    encoding: batch.encoding,
    state: batch.state,
    columns: batch.columns.map((column) => make(ImportColumnType, { ...column })),
    rowCount: batch.rowCount,
    validCount: batch.validCount,
    badCount: batch.badCount,
    duplicateCount: batch.duplicateCount,
    importedCount: batch.importedCount,
    duplicateRule: batch.duplicateRule ?? 'SKIP',
    updatedCount: batch.updatedCount ?? 0,
    stagedAt: batch.stagedAt,
    importedAt: batch.importedAt,
    confirmedAt: batch.confirmedAt,
    undoneAt: batch.undoneAt,
    version: batch.version,
    batch,
  });
}

export function toRow({ line, status, cells, differs, choice }: OpenedRow): ImportRowType {
  return make(ImportRowType, {
    line,
    status,
    differs: [...(differs ?? [])],
    choice: choice ?? null,
    cells: cells.map(({ field, header, raw, problem }) =>
      make(ImportCellType, { field, header, raw, problem: problem ?? null }),
    ),
  });
}
