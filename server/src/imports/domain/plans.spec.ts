// Lists of activities and of teams, read from real bytes: the samples to the last reason, and workbooks as people merge them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { addDays, localDate } from '@tongxing/shared/kernel';
import writeExcelFile from 'write-excel-file/node';
import { readRoster, unlessGone, type Roster, type RosterContext, type RosterKind } from './index.js';
import { readWorkbook } from './read-workbook.js';

const SAMPLES = resolve(import.meta.dirname, '../../../../infra/samples');
const bytes = (name: string): Uint8Array => readFileSync(resolve(SAMPLES, name));
interface Expected {
  readonly rows: number;
  readonly valid: number;
  readonly bad: number;
  readonly duplicate: number;
  readonly problems: Readonly<Record<string, number>>;
}
const expected = JSON.parse(Buffer.from(bytes('expected.json')).toString()) as {
  referenceDay: string;
  activities: Expected;
  teams: Expected;
};
const TODAY = localDate(expected.referenceDay);
const CONTEXT: RosterContext = {
  ...{ today: TODAY, areas: [] },
  venues: ['河湾社区活动室', '滨河公园东门草地'],
  team: ['林溪', '陈静', '何远', '何远'],
};

async function read<K extends RosterKind>(kind: K, file: Uint8Array | string, context = CONTEXT): Promise<Roster<K>> {
  const options = { letOthersRun: setImmediate, readWorkbook };
  const roster = await readRoster(kind, typeof file === 'string' ? Buffer.from(file) : file, context, options);
  if (!roster.ok) throw new Error(JSON.stringify(roster.error));
  return roster.value;
}
const problemsOf = ({ rows }: Roster): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { cells } of rows)
    for (const { problem } of cells) if (problem) counts[problem] = (counts[problem] ?? 0) + 1;
  return counts;
};
const valuesOf = <K extends RosterKind>({ rows }: Roster<K>) =>
  rows.flatMap((row) => (row.status === 'VALID' ? [row.values] : []));
const HEAD = '活动名称,活动类型,日期,时间,场地,负责人,人数,志愿者分工';
const one = async (row: string, context = CONTEXT) => {
  const roster = await read('ACTIVITIES', `${HEAD}\n${row}\n`, context);
  const [first] = roster.rows;
  return first?.status === 'VALID' ? first.values : Object.keys(problemsOf(roster));
};

describe('the sample of activities', () => {
  it('leaves out exactly the rows that were spoilt, each with its reason', async () => {
    const roster = await read('ACTIVITIES', bytes('activities.csv'));
    const { problems, ...counts } = expected.activities;
    expect(roster.counts).toEqual(counts);
    expect(problemsOf(roster)).toEqual(problems);
  });

  it('reads every writing of a date and of a time as the same day after day', async () => {
    const values = valuesOf(await read('ACTIVITIES', bytes('activities.csv')));
    expect(values.map(({ onDate }) => onDate)).toEqual(values.map((_, index) => addDays(TODAY, 40 + index)));
    expect([...new Set(values.map((row) => `${row.startMinute}-${row.endMinute}`))]).toEqual(
      expect.arrayContaining(['840-960', '870-990', '840-990', '540-690', '1080-1440']),
    );
    expect(new Set(values.map(({ venue }) => venue))).toEqual(new Set(CONTEXT.venues));
    expect(values.every(({ children }) => children >= 6 && children <= 14)).toBe(true);
  });

  it('names nobody and no place where there is no agency to compare with', async () => {
    const { rows } = await read('ACTIVITIES', bytes('activities.csv'), { today: TODAY, areas: [] });
    const found = rows.flatMap(({ cells }) => cells.flatMap(({ problem }) => problem ?? []));
    expect(found.filter((problem) => /VENUE|WORKER/.test(problem))).toEqual([]);
  });
});

describe('the sample of teams', () => {
  it('leaves out exactly the rows that were spoilt, and shortens what has no short name', async () => {
    const roster = await read('TEAMS', bytes('teams.csv'));
    const { problems, ...counts } = expected.teams;
    expect(roster.counts).toEqual(counts);
    expect(problemsOf(roster)).toEqual(problems);
    expect(valuesOf(roster).map(({ kind, shortName }) => [kind, shortName])).toEqual([
      ['COMPANY', '云帆科技'],
      ['COMPANY', '河湾银行'],
      ['GOVERNMENT', '云溪区民政局'],
      ['UNIVERSITY', '云溪大学青协'],
      ['CLUB', '河边跑团'],
      ['COMPANY', 'Yunxi Design'],
    ]);
    expect(valuesOf(roster)[1]?.coordinator).toEqual({ name: '沈知安', email: 'shen@hewan.example' });
  });
});

describe('one row', () => {
  it('reads tasks with their seats, people in charge, full-width digits and a time in one cell', async () => {
    expect(
      await one(
        '春天的运动会,社区联谊,2027年3月6日（星期六）,下午2点至4点, 滨河公园东门草地 ,林溪和陈静,２０人,带小组 4；拍照',
      ),
    ).toMatchObject({
      ...{ theme: '春天的运动会', kind: 'GET_TOGETHER', onDate: '2027-03-06', startMinute: 840, endMinute: 960 },
      ...{ venue: '滨河公园东门草地', inCharge: ['林溪', '陈静'], children: 20, childrenPerAdult: 5 },
      roles: [
        { task: '带小组', seats: 4 },
        { task: '拍照', seats: 1 },
      ],
    });
  });

  it.each([
    ['一,成长小组,2027-03-06,14:00-16:00,河湾社区活动室,何远,,', 'WORKER_AMBIGUOUS'],
    ['一,成长小组,2027-03-06,14:00-16:00,河湾社区活动室,,501,', 'CHILDREN_RANGE'],
    ['一,成长小组,2027-03-06,14:00-16:00,河湾社区活动室,,-1,', 'CHILDREN_RANGE'],
    ['一,成长小组,2027-03-06,14:00-16:00,河湾社区活动室,,,带队 0', 'TASKS_UNREADABLE'],
    ['一,成长小组,06/03/2027,14:00-16:00,河湾社区活动室,,,', 'DATE_UNREADABLE'],
    [`${'长'.repeat(81)},成长小组,2027-03-06,14:00-16:00,河湾社区活动室,,,`, 'TOO_LONG'],
    ['＝A1,成长小组,2027-03-06,14:00-16:00,河湾社区活动室,,,', 'FORMULA'],
  ])('%s is held back', async (row, problem) => {
    expect(await one(row)).toEqual([problem]);
  });

  it('whose columns say two times is held back', async () => {
    const head = '活动名称,类型,日期,时间,开始,结束,场地';
    const row = '一,成长小组,2027-03-06,9:00-11:00,14:00,16:00,河湾社区活动室';
    expect(problemsOf(await read('ACTIVITIES', `${head}\n${row}\n`))).toEqual({ HOURS_DIFFER: 1 });
  });

  it('is held back at the import where venue, colleague or day are gone by then', async () => {
    const { rows } = await read('ACTIVITIES', `${HEAD}\n一,成长小组,2027-03-06,14:00-16:00,河湾社区活动室,林溪,,\n`);
    const [row] = rows;
    if (!row) throw new Error('no row');
    const now = {
      today: TODAY,
      offices: new Set<string>(),
      venues: new Set(['河湾社区活动室']),
      team: new Set(['林溪']),
    };
    const problem = (changes: Partial<typeof now>) =>
      unlessGone('ACTIVITIES', row, { ...now, ...changes }).cells.find((cell) => cell.problem)?.problem;
    expect(problem({})).toBeUndefined();
    expect(problem({ venues: new Set() })).toBe('VENUE_UNKNOWN');
    expect(problem({ team: new Set() })).toBe('WORKER_UNKNOWN');
    expect(problem({ today: localDate('2027-03-07') })).toBe('DATE_PAST');
  });
});

describe('a workbook', () => {
  it('with a title, a header merged over two rows, days, times and serial numbers is read', async () => {
    const cell = (value: string | number | null) => (value === null ? null : { value });
    const down = (value: string) => ({ value, rowSpan: 2 });
    const data = [
      [{ value: '2027 年春季活动安排', span: 6 }, null, null, null, null, null],
      [down('活动名称'), down('类型'), down('日期'), { value: '时间', span: 2 }, null, down('场地')],
      [null, null, null, cell('开始'), cell('结束'), null],
      ['读绘本', '成长小组', 46_452, 0.375, 0.5, '河湾社区活动室'].map(cell),
      [
        cell('看星星'),
        cell('外出活动'),
        { value: new Date('2027-03-07T00:00:00Z'), format: 'yyyy-mm-dd' },
        cell('18:00'),
        cell('24:00'),
        cell('滨河公园东门草地'),
      ],
    ];
    const file = await writeExcelFile([{ sheet: '春季', data }]).toBuffer();
    expect(valuesOf(await read('ACTIVITIES', file))).toMatchObject([
      { theme: '读绘本', onDate: '2027-03-06', startMinute: 540, endMinute: 720 },
      { theme: '看星星', onDate: '2027-03-07', startMinute: 1080, endMinute: 1440 },
    ]);
  });
});

it('two thousand rows are judged, each once', async () => {
  const rows = Array.from(
    { length: 2_000 },
    (_, index) => `活动${index},成长小组,${addDays(TODAY, 1 + (index % 700))},14:00-16:00,河湾社区活动室,林溪,20,`,
  );
  const { counts } = await read('ACTIVITIES', `${HEAD}\n${rows.join('\n')}\n`);
  expect(counts).toEqual({ rows: 2_000, valid: 2_000, bad: 0, duplicate: 0 });
});
