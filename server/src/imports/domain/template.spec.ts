import { setImmediate } from 'node:timers/promises';
import { localDate } from '@tongxing/shared/kernel';
import { readRoster } from './read-roster.js';
import { readWorkbook } from './read-workbook.js';
import { previewRoster } from './read-roster.js';
import { ROSTER_FIELDS, ROSTER_KINDS } from './roster-fields.js';
import { templateOf } from './template.js';

describe.each(ROSTER_KINDS)('the template of %s', (kind) => {
  it('is known again, column by column', async () => {
    const preview = await previewRoster(kind, Buffer.from(`${templateOf(kind)}x\n`), { readWorkbook });
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    const { columns, missing, rows } = preview.value;
    expect(columns.map(({ field }) => field)).toEqual(
      Object.keys(ROSTER_FIELDS[kind]).filter((one) => one !== 'hours'),
    );
    expect([missing, rows]).toEqual([[], 1]);
  });
});

it('filled in, it is taken in, its note left where it stands', async () => {
  const text = `${templateOf('TEAMS')}云帆科技有限公司,云帆,企业,程一诺,cheng@yunfan.example\n`;
  const context = { today: localDate('2026-11-22'), areas: [] };
  const roster = await readRoster('TEAMS', Buffer.from(text), context, { letOthersRun: setImmediate, readWorkbook });
  expect(roster.ok && roster.value.counts).toEqual({ rows: 1, valid: 1, bad: 0, duplicate: 0 });
});
