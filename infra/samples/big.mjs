// Writes the large sample rosters: node infra/samples/big.mjs --out FOLDER [--today YYYY-MM-DD]
//
// Two thousand volunteers, a thousand children in seven hundred households, forty colleagues, with the dirt that lists
// have: missing phones, numbers of 15 digits, full-width digits, dates in many styles, rare characters, "同上". What an
// import must find in them stands beside them in big-expected.json. They are made anew wherever they are needed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import writeExcelFile from 'write-excel-file/node';
import { FAMILY_HEADERS, inventFamilies } from './families.mjs';
import { AREAS, REFERENCE_DAY, STAFF } from './generate.mjs';
import { csv } from './invention.mjs';
import { inventStaff, STAFF_HEADERS } from './staff.mjs';
import { BIG_VOLUNTEER_HEADERS, inventManyVolunteers } from './many-volunteers.mjs';

/** Each file by name, as bytes, and what an import on that day must find in them. */
export async function generateBig(today = REFERENCE_DAY) {
  const supervisors = STAFF.supervisors.map((supervisor) => supervisor.name);
  const lists = {
    volunteers: { headers: BIG_VOLUNTEER_HEADERS, ...inventManyVolunteers(today, AREAS, supervisors) },
    children: { headers: FAMILY_HEADERS, ...inventFamilies(today, AREAS) },
    staff: { headers: STAFF_HEADERS, ...inventStaff(today) },
  };
  const files = {};
  const expected = { referenceDay: today };
  for (const [name, list] of Object.entries(lists)) {
    const text = csv(list.headers, list.rows);
    files[`big-${name}.csv`] = Buffer.from(`\ufeff${text}`);
    files[`big-${name}-gbk.csv`] = iconv.encode(text, 'gb18030');
    files[`big-${name}.xlsx`] = await workbook(list.headers, list.rows);
    expected[name] = list.expected;
  }
  files['big-expected.json'] = Buffer.from(`${JSON.stringify(expected, null, 2)}\n`);
  return { expected, files };
}

function workbook(headers, rows) {
  const cells = (texts) => texts.map((text) => (text ? { value: text } : null));
  const data = [cells(headers), ...rows.map((row) => cells(headers.map((header) => row[header] ?? '')))];
  return writeExcelFile([
    { sheet: '填写说明', data: [[{ value: '请在“名单”一页填写' }]] },
    { sheet: '名单', data },
  ]).toBuffer();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { today: { type: 'string', default: REFERENCE_DAY }, out: { type: 'string', default: 'samples' } },
  });
  mkdirSync(values.out, { recursive: true });
  const { files } = await generateBig(values.today);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(values.out, name), bytes);
}
