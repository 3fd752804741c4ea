// A sheet as the bytes of a PDF, drawn beside the requests.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawPdf } from './draw-pdf.js';
import { PdfThread } from './pdf-thread.js';
import type { PdfSheet } from './sheet.js';

const ENTRY = new URL('./pdf-worker.js', import.meta.url);
/** Only the built server has the thread's file; from source the same function runs in this thread. */
const IS_BUILT = import.meta.url.endsWith('.js') && existsSync(fileURLToPath(ENTRY));
const thread = new PdfThread(ENTRY);

export const writePdf = (sheet: PdfSheet): Promise<Buffer> => (IS_BUILT ? thread.draw(sheet) : drawPdf(sheet));
