import { Programme, ProgrammePlace } from './programme.entities.js';

/** Tables of this module. */
export const PROGRAMME_ENTITIES = [Programme, ProgrammePlace];
