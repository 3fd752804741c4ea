import { StoredFile } from './stored-file.entity.js';

export { ConsentPaperType, PaperKindEnum, toConsentPaper } from './api/paper.types.js';
export { Documents } from './documents.js';
export type { PaperView } from './documents.repository.js';
export { DocumentsModule, PaperFilesModule } from './documents.module.js';
export { Purposes } from './purposes.js';
export { PURPOSES, type Purpose } from './stored-file.entity.js';
export { DocumentsUpkeep } from './upkeep.js';

/** Tables of this module. */
export const DOCUMENT_ENTITIES = [StoredFile];
