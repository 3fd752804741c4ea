// Which column is what, where somebody says so: refusals first.
import { setImmediate } from 'node:timers/promises';
import { localDate } from '@tongxing/shared/kernel';
import { previewRoster, readRoster } from './index.js';
import { readWorkbook } from './read-workbook.js';

const CONTEXT = { today: localDate('2026-11-22'), areas: [] };
const FILE = '称呼,联络,生于,备注\n林青禾,19900000001,1990-01-01,住得近\n';
const read = async (text: string, fields?: readonly string[]) => {
  const options = { letOthersRun: setImmediate, readWorkbook, fields };
  return readRoster('VOLUNTEERS', Buffer.from(text), CONTEXT, options);
};
const problem = async (text: string, fields?: readonly string[]) => {
  const roster = await read(text, fields);
  return roster.ok ? undefined : roster.error;
};

describe('columns named by hand are refused', () => {
  it('where two of them are the same field, or one is no field of this roster, or beyond the file', async () => {
    expect(await problem(FILE, ['name', 'phone', 'phone'])).toEqual({ code: 'COLUMNS_DOUBLED', fields: ['phone'] });
    expect(await problem(FILE, ['name', 'guardianPhone'])).toEqual({ code: 'COLUMNS_UNKNOWN' });
    expect(await problem(FILE, ['name', 'phone', 'birthDate', '', 'skills'])).toEqual({ code: 'COLUMNS_UNKNOWN' });
  });

  it('where a field is missing that every row needs', async () => {
    expect(await problem(FILE, ['name', 'phone', '', ''])).toEqual({ code: 'COLUMNS_MISSING', fields: ['birthDate'] });
  });

  it('in a file of 300 columns, however they are called', async () => {
    const wide = `${Array.from({ length: 300 }, (_, at) => `列${at}`).join(',')}\n${'1,'.repeat(299)}1\n`;
    expect(await problem(wide, ['name', 'phone', 'birthDate'])).toMatchObject({ code: 'TOO_MANY_COLUMNS', limit: 100 });
  });
});

it('a header that nobody knows is read as somebody says, and what is not needed is not kept', async () => {
  expect(await problem(FILE)).toEqual({ code: 'HEADER_NOT_FOUND' });
  const roster = await read(FILE, ['name', 'phone', 'birthDate', '']);
  expect(roster).toMatchObject({ ok: true, value: { counts: { rows: 1, valid: 1 } } });
  expect(JSON.stringify(roster)).not.toContain('住得近');
});

it('before it is read, a file tells its columns as they would be guessed, with what stands in them', async () => {
  const text = '姓名,手机,生于\n林青禾,19900000001,1990-01-01\n周小满,19900000002,1991-01-01\n';
  const preview = await previewRoster('VOLUNTEERS', Buffer.from(text), { readWorkbook });
  expect(preview).toEqual({
    ok: true,
    value: {
      columns: [
        { header: '姓名', field: 'name', samples: ['林青禾', '周小满'] },
        { header: '手机', field: 'phone', samples: ['19900000001', '19900000002'] },
        { header: '生于', field: null, samples: ['1990-01-01', '1991-01-01'] },
      ],
      missing: ['birthDate'],
      rows: 2,
    },
  });
  const unknown = await previewRoster('VOLUNTEERS', Buffer.from(FILE), { readWorkbook });
  expect(unknown).toMatchObject({ value: { missing: ['name', 'phone', 'birthDate'] } });
});
