import { RecordCheck } from './record-check.entity.js';

export { RecordChecks } from './record-checks.js';
export { ScreeningModule } from './screening.module.js';
export { RecordCheck };

/** Tables of this module. */
export const SCREENING_ENTITIES = [RecordCheck];
