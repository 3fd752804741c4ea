import { changesOf, mendableCells } from './batch-view.js';
import { leftOut, problemCells, rowFilter, rowName, stepsOf } from './batch-view.js';

const at = (state: Parameters<typeof stepsOf>[0]) => stepsOf(state).map((step) => step.at);

describe('stepsOf', () => {
  it('is not done before a second person has confirmed', () => {
    expect(at('IMPORTED')).toEqual(['done', 'done', 'done', 'now']);
    expect(at('CONFIRMED')).toEqual(['done', 'done', 'done', 'done']);
  });

  it('calls nothing imported that is only staged or was put aside', () => {
    expect(at('STAGED')).toEqual(['done', 'now', 'ahead', 'ahead']);
    expect(at('DISCARDED')).toEqual(['done', 'now', 'ahead', 'ahead']);
  });
});

describe('rowFilter', () => {
  it('opens the rows that need a look, until they are past', () => {
    expect(rowFilter('', 3, 'STAGED')).toBe('BAD');
    expect(rowFilter('', 0, 'STAGED')).toBe('ALL');
    expect(rowFilter('', 3, 'IMPORTED')).toBe('ALL');
  });

  it('follows the address only where it names a filter', () => {
    expect(rowFilter('DUPLICATE', 3, 'STAGED')).toBe('DUPLICATE');
    expect(rowFilter('WORST', 3, 'STAGED')).toBe('BAD');
  });
});

describe('rows', () => {
  it('leave out what is not valid', () => expect(leftOut({ rowCount: 204, validCount: 190 })).toBe(14));

  it('name themselves where they can, and show the cells that need a look', () => {
    const cells = [
      { field: 'name', raw: ' 林青禾 ' },
      { field: 'phone', raw: '1', problem: 'PHONE_INVALID' },
    ];
    expect([rowName(cells), rowName([{ field: 'name', raw: ' ' }])]).toEqual(['林青禾', undefined]);
    expect(problemCells(cells).map(({ field }) => field)).toEqual(['phone']);
  });
});

describe('mending a row', () => {
  const cells = [
    { field: 'name', raw: '林乙' },
    { field: 'phone', raw: '199', problem: 'PHONE_INVALID' },
    { field: 'recordCheckResult', raw: '', problem: 'CHECK_RESULT_MISSING' },
    { field: '', raw: '多', problem: 'MORE_CELLS_THAN_COLUMNS' },
  ];

  it('offers the marked cells, but for what has no column', () => {
    expect(mendableCells(cells).map(({ field }) => field)).toEqual(['phone', 'recordCheckResult']);
  });

  it('sends what was typed, never a cell that was not touched', () => {
    expect(changesOf(cells, { phone: '199' })).toEqual([]);
    expect(changesOf(cells, { phone: '19900000002', '': '' })).toEqual([
      { field: 'phone', text: '19900000002' },
      { field: '', text: '' },
    ]);
  });
});
