export * from './join-sheets.js';
export * from './key-export.entity.js';
export { sheetPage, type SheetFacts } from './key-sheet.js';
export { ringText, ringToBytes } from './ring-secret.js';
export { MOST_SHARES, split } from './shamir.js';
export { GENERATION_BYTES, generationOf, lineCount, readLine, readSheet, type SheetShare } from './share-lines.js';
