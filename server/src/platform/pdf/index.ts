export { inkedSheet, type Ink, type PdfBlock, type PdfSheet } from './sheet.js';
export { writePdf } from './write-pdf.js';
