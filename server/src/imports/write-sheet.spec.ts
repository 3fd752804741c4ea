import readXlsx from 'read-excel-file/node';
import { writeSheet } from './write-sheet.js';

async function* inBatches(...batches: string[][][]) {
  for (const rows of batches) {
    await Promise.resolve();
    yield rows;
  }
}
async function fileOf(head: string[], ...batches: string[][][]): Promise<Buffer> {
  const bytes: Uint8Array[] = [];
  for await (const some of writeSheet('名单 <1>', head, inBatches(...batches))) bytes.push(some);
  return Buffer.concat(bytes);
}
async function readBack(file: Buffer): Promise<unknown[][]> {
  const read: unknown = await readXlsx(file);
  const sheets = read as { data: unknown[][] }[] | unknown[][];
  const [first] = sheets;
  return Array.isArray(first) ? (sheets as unknown[][]) : ((first as { data: unknown[][] } | undefined)?.data ?? []);
}

describe('a workbook that is written while it is read', () => {
  it('holds no cell that a spreadsheet would run', async () => {
    const cells = ['=HYPERLINK("http://evil")', '+1+1', '-1', '@SUM(A1)', '＝1', '\t=1'];
    const file = await fileOf(['甲', '乙', '丙', '丁', '戊', '己'], [cells]);
    const [, row] = await readBack(file);
    expect(row).toEqual(cells.map((cell) => `'${cell}`));
  });

  it('is read back as it was written, batch after batch', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => [`欧阳𬭎${index}`, 'a & <b> "c"', '']);
    const file = await fileOf(['姓名', '话', '空'], rows.slice(0, 200), rows.slice(200, 400), rows.slice(400));
    const read = await readBack(file);
    expect(read).toHaveLength(451);
    expect(read[0]).toEqual(['姓名', '话', '空']);
    expect(read[450]).toEqual(['欧阳𬭎449', 'a & <b> "c"', null]);
  });

  it('is a whole file where there is no row, and drops what XML cannot hold', async () => {
    expect(await readBack(await fileOf(['姓名']))).toEqual([['姓名']]);
    expect((await readBack(await fileOf(['姓名'], [['a\u0000b\ud800']])))[1]).toEqual(['ab\ufffd']);
  });
});
