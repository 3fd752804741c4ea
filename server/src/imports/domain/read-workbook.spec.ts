// Workbooks as people save them, and as somebody makes them to do harm.
import { setImmediate } from 'node:timers/promises';
import { localDate } from '@tongxing/shared/kernel';
import { strToU8, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { readRoster } from './read-roster.js';
import { readTables } from './read-tables.js';
import { MAX_UNPACKED_BYTES, readWorkbook } from './read-workbook.js';

type Cells = readonly (string | number | Date | null)[];

/** A workbook as a spreadsheet program saves it. */
async function workbook(sheets: Readonly<Record<string, readonly Cells[]>>): Promise<Uint8Array> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => (value === null ? null : value instanceof Date ? { value, format: 'yyyy-mm-dd' } : { value })),
    ),
  }));
  return writeExcelFile(data).toBuffer();
}

const NAMES = { a: 'xl/workbook.xml', b: 'xl/_rels/workbook.xml.rels', sheet: 'xl/worksheets/sheet1.xml' } as const;
const SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A workbook whose only sheet is this XML. */
function rawWorkbook(sheet: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zipSync({
    [NAMES.a]: strToU8(
      `<workbook ${SPACE} xmlns:r="${LINKS}"><sheets><sheet name="名单 &amp; 表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    [NAMES.b]: strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    [NAMES.sheet]: strToU8(`<worksheet ${SPACE}>${sheet}</worksheet>`),
    ...more,
  });
}
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

const CONTEXT = { today: localDate('2026-11-22'), areas: [], supervisors: [] };
const OPTIONS = { letOthersRun: setImmediate, readWorkbook };
const HEAD: Cells = ['姓名', '手机', '出生日期', '空闲时间'];
const ROW: Cells = ['林青禾', 19900000001, new Date('1990-05-06T00:00:00Z'), '周六 09:00-11:00'];

async function problem(bytes: Uint8Array, sheet?: string) {
  const roster = await readRoster('VOLUNTEERS', bytes, CONTEXT, { ...OPTIONS, sheet });
  return roster.ok ? undefined : roster.error;
}

describe('a workbook is refused that', () => {
  it('is cut off, is no workbook at all, or holds no sheet list', async () => {
    const whole = await workbook({ 名单: [HEAD, ROW] });
    expect(await problem(whole.subarray(0, whole.length / 2))).toEqual({ code: 'WORKBOOK_DAMAGED' });
    expect(await problem(zipSync({ 'readme.txt': strToU8('hello') }))).toEqual({ code: 'WORKBOOK_DAMAGED' });
    expect(await problem(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ code: 'WORKBOOK_DAMAGED' });
  });

  it('is of the old format, or locked', async () => {
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1];
    expect(await problem(new Uint8Array(old))).toEqual({ code: 'WORKBOOK_OLD' });
    const locked = Buffer.concat([Buffer.from(old), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await problem(locked)).toEqual({ code: 'WORKBOOK_LOCKED' });
  });

  it('unpacks to more than it may, and is never unpacked', async () => {
    const bomb = rawWorkbook('', { 'xl/sharedStrings.xml': new Uint8Array(MAX_UNPACKED_BYTES) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problem(bomb)).toEqual({ code: 'WORKBOOK_TOO_LARGE', limit: MAX_UNPACKED_BYTES });
  });

  it('has a formula without an answer, and says in which row', async () => {
    const sheet = `<sheetData><row r="1">${text('A1', '姓名')}${text('B1', '手机')}</row><row r="2"><c r="A2" t="str"><f>B2&amp;C2</f></c></row></sheetData>`;
    expect(await problem(rawWorkbook(sheet))).toEqual({ code: 'WORKBOOK_CELL_UNREADABLE', line: 2 });
  });

  it('has three hundred columns, an empty sheet, or no header', async () => {
    const wide = [...HEAD, ...Array.from({ length: 296 }, (_, index) => `列${index}`)];
    expect(await problem(await workbook({ 名单: [wide, ROW] }))).toMatchObject({
      code: 'TOO_MANY_COLUMNS',
      limit: 100,
    });
    expect(await problem(rawWorkbook('<sheetData/>'))).toEqual({ code: 'SHEET_EMPTY' });
    expect(await problem(await workbook({ 名单: [['你好'], ['世界']] }))).toEqual({ code: 'HEADER_NOT_FOUND' });
  });

  it('has two rosters of the kind, until one is named', async () => {
    const two = await workbook({ 春季: [HEAD, ROW], 秋季: [HEAD, ROW], 说明: [['请看前两张']] });
    expect(await problem(two)).toEqual({ code: 'SHEETS_SEVERAL', sheets: ['春季', '秋季'] });
    expect(await problem(two, '秋季')).toBeUndefined();
    expect(await problem(two, '冬季')).toEqual({ code: 'SHEET_EMPTY' });
  });
});

describe('a workbook', () => {
  it('reads as the same roster in CSV does: numbers, days and blank rows', async () => {
    const bytes = await workbook({ 说明: [['先读我']], 名单: [['志愿者名单'], HEAD, [null], ROW] });
    const roster = await readRoster('VOLUNTEERS', bytes, CONTEXT, OPTIONS);
    if (!roster.ok) throw new Error(roster.error.code);
    expect(roster.value).toMatchObject({ encoding: 'XLSX', counts: { rows: 1, valid: 1 } });
    expect(roster.value.rows[0]).toMatchObject({
      line: 4,
      values: { name: '林青禾', phone: '+8619900000001', birthDate: '1990-05-06' },
    });
  });

  it('says in every row of a merged cell what the cell says, and what stands above a ditto', async () => {
    const rows = [
      `<row r="1">${text('A1', '姓名')}${text('B1', '学校')}${text('C1', '区域')}</row>`,
      `<row r="2">${text('A2', '甲')}${text('B2', '晴川小学')}${text('C2', '晴川街道')}</row>`,
      `<row r="3">${text('A3', '乙')}${text('C3', '同上')}</row>`,
      `<row r="4">${text('A4', '丙')}${text('C4', ' 〃 ')}</row>`,
    ];
    const sheet = `<sheetData>${rows.join('')}</sheetData><mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="A1:C1"/></mergeCells>`;
    const read = await readTables(rawWorkbook(sheet), readWorkbook);
    expect(read.ok && read.value.tables).toEqual([
      {
        name: '名单 & 表',
        records: [
          { line: 1, cells: ['姓名', '学校', '区域'] },
          { line: 2, cells: ['甲', '晴川小学', '晴川街道'] },
          { line: 3, cells: ['乙', '晴川小学', '晴川街道'] },
          { line: 4, cells: ['丙', '', '晴川街道'] },
        ],
      },
    ]);
  });

  it('takes the stored answer of a formula, and writes a large number out, but not the text of a lost one', async () => {
    const cells = `<c r="A1" t="str"><f>"姓"&amp;"名"</f><v>姓名</v></c><c r="B1"><v>1.9900000001E10</v></c><c r="C1" t="b"><v>1</v></c>${text('D1', '1.99E+10')}`;
    const read = await readWorkbook(rawWorkbook(`<sheetData><row r="1">${cells}</row></sheetData>`));
    expect(read.ok && read.value[0]?.records).toEqual([
      { line: 1, cells: ['姓名', '19900000001', 'TRUE', '1.99E+10'] },
    ]);
  });
});
