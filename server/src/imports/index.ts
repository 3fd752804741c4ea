import { ImportBatch, ImportChange, ImportMade, ImportRow } from './import-batch.entity.js';

export { chooseTable } from './domain/choose-table.js';
export { OpenRow } from './domain/open-row.js';
export { readEmail, readName, readPhone } from './domain/person-cells.js';
export { readTables } from './domain/read-tables.js';
export {
  FILE_WORDS,
  MAX_ROSTER_BYTES,
  type CellProblem,
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
export { writeSheet } from './write-sheet.js';
export { ImportsModule } from './imports.module.js';
export { WorkbookEngine } from './workbook-engine.js';
export { RosterImports } from './roster-imports.js';
export type { RosterFile } from './roster-staging.js';
export type { ImportBatch };

/** Tables of this module. */
export const IMPORTS_ENTITIES = [ImportBatch, ImportChange, ImportMade, ImportRow];
