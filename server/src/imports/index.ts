import { ImportBatch, ImportChange, ImportMade, ImportRow } from './import-batch.entity.js';

export {
  FILE_WORDS,
  isWarning,
  PROBLEM_WORDS,
  readRoster,
  type Roster,
  type RosterArea,
  type RosterKind,
  type RosterProblem,
  neutraliseCell,
  writeCsv,
} from './domain/index.js';
export { ImportsModule } from './imports.module.js';
export { WorkbookEngine } from './workbook-engine.js';
export { RosterImports } from './roster-imports.js';
export type { RosterFile } from './roster-staging.js';
export type { ImportBatch };

/** Tables of this module. */
export const IMPORTS_ENTITIES = [ImportBatch, ImportChange, ImportMade, ImportRow];
