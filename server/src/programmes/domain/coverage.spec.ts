import { localDate } from '@tongxing/shared/kernel';
import { coverageOf, type Standing } from './coverage.js';

const aid: Standing = {
  kind: 'PROGRAMME',
  level: 'CHILD',
  support: 'INSTRUMENTAL',
  id: 'a',
  name: '流动书桌',
  nameEn: undefined,
  since: localDate('2026-11-22'),
};
const pair: Standing = { ...aid, kind: 'COMPANIONSHIP', support: 'EXPRESSIVE', id: 'p', name: undefined };

it('is eight open fields for a child beside whom nothing stands yet', () => {
  const grid = coverageOf([]);
  expect(grid.map(({ level, support }) => `${level} ${support}`)).toHaveLength(8);
  expect(new Set(grid.map(({ level, support }) => `${level} ${support}`)).size).toBe(8);
  expect(grid.every(({ standing }) => standing.length === 0)).toBe(true);
});

it('puts each service into exactly one field', () => {
  const grid = coverageOf([aid, pair, { ...aid, id: 'b' }]);
  expect(grid.flatMap(({ standing }) => standing).map(({ id }) => id)).toEqual(['a', 'b', 'p']);
  expect(grid.filter(({ standing }) => standing.length > 0).map(({ level, support }) => [level, support])).toEqual([
    ['CHILD', 'INSTRUMENTAL'],
    ['CHILD', 'EXPRESSIVE'],
  ]);
});
