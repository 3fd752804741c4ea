// Draws a sheet as PDF, with a Chinese font that knows 30,888 signs and with nothing from the network or the disk but it.
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { inkedSheet, type PdfBlock, type PdfSheet } from './sheet.js';

/** Colours of the theme (look.md), since paper has no stylesheet. */
const INK = '#1B2A2F';
const QUIET = '#4A5B61';
const LINE = '#DDD8CE';
const TEAL = '#0F6A73';
/** Two paths that meet and go on side by side. */
const MARK = `<svg viewBox="0 0 32 32" width="22" height="22"><path d="M6 28C6 18 14 18 14 10V4M26 28C26 18 18 18 18 10V4" fill="none" stroke="${TEAL}" stroke-width="2.6" stroke-linecap="round"/></svg>`;

/** The bytes of the document. A page of forty rows takes a third of a second of the processor, so it is drawn beside the requests: `writePdf`. */
export async function drawPdf(sheet: PdfSheet): Promise<Buffer> {
  const { pdfmake, ink } = await library();
  const { sheet: inked, missing } = inkedSheet(sheet, ink);
  const note = missing.length > 0 ? [paragraph(RARE[sheet.language], true)] : [];
  return pdfmake.createPdf(definition(inked, note)).getBuffer();
}

const RARE = {
  'zh-CN': '文中写成〔U+…〕的，是字库里没有的字，按国际编码写出；机器可读的文件里是原来的字。',
  en: 'What is written as 〔U+…〕 is a character that the font lacks, by its international number; the machine-readable file has the character itself.',
} as const;

let loading: ReturnType<typeof load> | undefined;
/** Loaded with the first document: a server that draws none carries none of it. */
const library = () => (loading ??= load());

async function load() {
  const fonts = resolve(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
  const normal = resolve(fonts, 'NotoSansHans-Regular.otf');
  const bold = resolve(fonts, 'NotoSansHans-Medium.otf');
  const [{ default: pdfmake }, { openSync }] = await Promise.all([import('pdfmake'), import('fontkit')]);
  pdfmake.setFonts({ Sans: { normal, bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  const font = openSync(normal);
  return { pdfmake, ink: (code: number) => font.hasGlyphForCodePoint(code) };
}

function definition({ title, subtitle, agency, blocks }: PdfSheet, note: readonly object[]): object {
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 56],
    info: { title, author: agency, creator: 'Tongxing' },
    defaultStyle: { font: 'Sans', fontSize: 10, lineHeight: 1.35, color: INK },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: `${agency} · ${title}`, fontSize: 8, color: QUIET },
        { text: `${page} / ${pages}`, fontSize: 8, color: QUIET, alignment: 'right' },
      ],
      margin: [56, 20, 56, 0],
    }),
    content: [
      {
        columns: [
          { svg: MARK, width: 22 },
          { text: agency, color: QUIET, margin: [8, 5, 0, 0] },
        ],
      },
      { text: title, fontSize: 20, bold: true, margin: [0, 12, 0, 2], lineHeight: 1.2 },
      paragraph(subtitle, true),
      ...blocks.map(drawn),
      ...note,
    ],
  };
}

function drawn(block: PdfBlock): object {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: 13, bold: true, margin: [0, 14, 0, 4], color: TEAL };
    case 'paragraph':
      return paragraph(block.text, block.quiet ?? false);
    case 'facts':
      return {
        table: {
          widths: [150, '*'],
          body: block.rows.map(([label, value]) => [
            { text: label, color: QUIET },
            { text: value === '' ? '—' : value },
          ]),
        },
        layout: LINES,
        margin: [0, 2, 0, 6],
      };
    case 'table':
      return {
        table: {
          headerRows: 1,
          widths: block.head.map(() => '*'),
          body: [
            block.head.map((text) => ({ text, bold: true })),
            ...block.rows.map((row) => row.map((text) => ({ text }))),
          ],
        },
        layout: LINES,
        margin: [0, 2, 0, 6],
      };
    case 'list':
      return { ul: block.items.map((text) => ({ text })), margin: [0, 2, 0, 6] };
    case 'strokes':
      return { svg: strokesSvg(block.path), width: 150, margin: [0, 0, 0, 8] };
    case 'code':
      return { qr: block.text, fit: 84, foreground: INK, eccLevel: 'M', margin: [0, 4, 0, 8] };
  }
}

/** Nothing but moves and lines gets into the drawing, wherever the path came from. */
const strokesSvg = (path: string): string =>
  `<svg viewBox="0 0 320 120"><path d="${/^[\d. ML-]*$/.test(path) ? path : ''}" fill="none" stroke="${INK}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const paragraph = (text: string, quiet: boolean): object => ({
  text,
  margin: [0, 2, 0, 6],
  ...(quiet ? { color: QUIET } : {}),
});

const LINES = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};
