import { Programme, ProgrammePlace } from './programme.entities.js';

export { Enrolments } from './enrolments.js';
export { Programmes, type ProgrammeFields } from './programmes.js';
export { ProgrammesModule } from './programmes.module.js';

/** Tables of this module. */
export const PROGRAMME_ENTITIES = [Programme, ProgrammePlace];
