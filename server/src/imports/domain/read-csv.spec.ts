import { ABOVE_ROWS, MAX_ROSTER_COLUMNS, MAX_ROSTER_ROWS, readCsv } from './read-csv.js';

const problem = (text: string) => {
  const read = readCsv(text);
  return read.ok ? undefined : read.error;
};
const cells = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.value.map((record) => record.cells) : read.error;
};

describe('text that is no sheet', () => {
  it('is empty', () => {
    expect(problem('')).toEqual({ code: 'SHEET_EMPTY' });
    expect(problem('\n,,\n  ,\n')).toEqual({ code: 'SHEET_EMPTY' });
  });

  it('opens a quote and does not close it', () => {
    expect(problem('姓名,学校\n甲,"石榴小学\n乙,白塔小学\n')).toMatchObject({ code: 'QUOTE_NOT_CLOSED' });
  });

  it('is too long or too wide, and says where the bound lies', () => {
    const rows = (count: number) => 'a,b\n'.repeat(count);
    expect(problem(rows(MAX_ROSTER_ROWS + ABOVE_ROWS))).toBeUndefined();
    expect(problem(rows(MAX_ROSTER_ROWS + ABOVE_ROWS + 1))).toEqual({ code: 'TOO_MANY_ROWS', limit: MAX_ROSTER_ROWS });
    expect(problem(`a\n${','.repeat(MAX_ROSTER_COLUMNS - 1)}x`)).toBeUndefined();
    expect(problem(`a\n${','.repeat(MAX_ROSTER_COLUMNS)}x`)).toEqual({
      code: 'TOO_MANY_COLUMNS',
      limit: MAX_ROSTER_COLUMNS,
      line: 2,
    });
  });
});

describe('a sheet', () => {
  it.each([',', ';', '\t'])('is split at %j, which its first lines use most', (d) => {
    expect(cells(`姓名${d}备注${d}电话\n甲${d}"a${d}b,c;"${d}1\n`)).toEqual([
      ['姓名', '备注', '电话'],
      ['甲', `a${d}b,c;`, '1'],
    ]);
  });

  it('keeps the line of the file, past blank lines, line breaks in cells and mixed line ends', () => {
    const read = readCsv('a,b\r\n"x\ny",2\n\n,\nq,"r\r\ns"\rlast,1');
    expect(read).toEqual({
      ok: true,
      value: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['x\ny', '2'] },
        { line: 6, cells: ['q', 'r\ns'] },
        { line: 8, cells: ['last', '1'] },
      ],
    });
  });

  it('takes a quote inside a word as a character', () => {
    expect(cells('a,b\n他说"好",2\n')).toEqual([
      ['a', 'b'],
      ['他说"好"', '2'],
    ]);
  });
});
