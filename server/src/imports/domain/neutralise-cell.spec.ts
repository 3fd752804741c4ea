import { cleanText } from './cell-text.js';
import { neutraliseCell, writeCsv } from './neutralise-cell.js';

describe('cells on their way into a spreadsheet', () => {
  it.each(['=1+1', '+8619900000001', '-2', '@SUM(A1)', '＝1+1', ' =1', '\t=1', '\u200b=1'])('%j cannot run', (raw) => {
    expect(neutraliseCell(raw)).toBe(`'${raw}`);
  });

  it('leaves words alone', () => {
    expect(['林青禾', '', 'a=b', '2026-01-01'].map(neutraliseCell)).toEqual(['林青禾', '', 'a=b', '2026-01-01']);
  });

  it('read again, a neutralised cell says what it said', () => {
    expect(cleanText(neutraliseCell('+8619900000001'))).toBe('+8619900000001');
  });

  it('writes a file that Excel reads as Chinese, with quotes where a cell needs them', () => {
    expect(
      writeCsv([
        ['姓名', '备注'],
        ['林青禾', '=a,"b"'],
      ]),
    ).toBe('\ufeff姓名,备注\r\n林青禾,"\'=a,""b"""\r\n');
  });
});
