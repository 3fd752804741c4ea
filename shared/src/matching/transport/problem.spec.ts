// Every way in which a transport problem can be malformed has its code, and names the place.
import { BadProblem, checkTransport, MOST_VALUE, NONE } from './problem.js';

const GOOD = {
  start: [0, 2, 3],
  column: [0, 1, 1],
  value: [5, 4, 3],
  supply: [1, 2],
  capacity: [1, 1],
  group: [0, NONE],
  groupCapacity: [1],
};

type Lists = { readonly [name in keyof typeof GOOD]: readonly number[] };

function refusal(change: Partial<Lists>): string {
  const { start, column, value, supply, capacity, group, groupCapacity }: Lists = { ...GOOD, ...change };
  const problem = {
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    value: Int32Array.from(value),
    supply: Int32Array.from(supply),
    capacity: Int32Array.from(capacity),
    group: Int32Array.from(group),
    groupCapacity: Int32Array.from(groupCapacity),
  };
  try {
    checkTransport(problem);
    return 'none';
  } catch (failure) {
    if (failure instanceof BadProblem) return `${failure.code} ${failure.where}`;
    throw failure;
  }
}

it.each<[string, string, Partial<Lists>]>([
  ['no rows at all', 'START_NOT_ASCENDING start', { start: [] }],
  ['a first row that begins late', 'START_NOT_ASCENDING start', { start: [1, 2, 3] }],
  ['a last row that ends early', 'START_NOT_ASCENDING start', { start: [0, 2, 2] }],
  ['a row that ends before it begins', 'START_NOT_ASCENDING start[2]', { start: [0, 4, 3] }],
  ['a value too many', 'LENGTHS_DIFFER value, column', { value: [5, 4, 3, 2] }],
  ['a value too few', 'LENGTHS_DIFFER value, column', { value: [5, 4] }],
  ['a group too many', 'LENGTHS_DIFFER group, capacity', { group: [0, 0, 0] }],
  ['a supply too many', 'LENGTHS_DIFFER supply, start', { supply: [1, 1, 1] }],
  ['a supply too few', 'LENGTHS_DIFFER supply, start', { supply: [1] }],
  ['a value below none', 'NEGATIVE value[2]', { value: [5, 4, -1] }],
  ['a supply below none', 'NEGATIVE supply[1]', { supply: [1, -2] }],
  ['a capacity below none', 'NEGATIVE capacity[0]', { capacity: [-1, 1] }],
  ['a group’s capacity below none', 'NEGATIVE groupCapacity[0]', { groupCapacity: [-1] }],
  ['a value beyond all sums', 'TOO_LARGE value[0]', { value: [MOST_VALUE + 1, 4, 3] }],
  ['a group that is not there', 'UNKNOWN_GROUP group[1]', { group: [0, 1] }],
  ['a group below none', 'UNKNOWN_GROUP group[0]', { group: [-2, 0] }],
  ['a column that is not there', 'UNKNOWN_COLUMN column[1]', { column: [0, 2, 1] }],
  ['a column below all', 'UNKNOWN_COLUMN column[0]', { column: [-1, 1, 1] }],
  ['an edge twice', 'SAME_EDGE_TWICE row 0, column 1', { column: [1, 1, 1] }],
])('is refused: %s', (_, refused, change) => {
  expect(refusal(change)).toBe(refused);
});

it('is taken as it should be, and to the very limit', () => {
  expect(refusal({})).toBe('none');
  expect(refusal({ value: [MOST_VALUE, 0, 0], column: [1, 0, 1] })).toBe('none');
});

it('is told in words too, with the place', () => {
  const problem = new BadProblem('NEGATIVE', 'w[3]');
  expect([problem.name, problem.message]).toEqual(['BadProblem', 'values and limits begin at 0 (w[3])']);
});
