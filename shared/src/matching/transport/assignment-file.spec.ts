// What outsiders may hand in, and what they are told where it cannot be solved.
import { readAssignment, solveAssignment } from './assignment-file.js';
import { BadProblem } from './problem.js';

const GOOD = {
  start: [0, 2, 4, 5],
  col: [0, 1, 0, 1, 1],
  w: [7, 5, 6, 1, 9],
  base: [10, 0, 20],
  capR: [1, 1],
  group: [0, 0],
  capG: [2],
};

function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (failure) {
    if (failure instanceof BadProblem) return `${failure.code} at ${failure.where}`;
    throw failure;
  }
  return 'no problem at all';
}

describe('a file with an assignment problem', () => {
  const bad: readonly [string, string, unknown][] = [
    ['nothing', 'NOT_A_LIST at the file', null],
    ['a missing file', 'NOT_A_LIST at the file', undefined],
    ['a word', 'NOT_A_LIST at the file', 'start'],
    ['a list', 'NOT_A_LIST at the file', []],
    ['no start', 'NOT_A_LIST at start', { ...GOOD, start: undefined }],
    ['no columns', 'NOT_A_LIST at col', { ...GOOD, col: undefined }],
    ['no weights', 'NOT_A_LIST at w', { ...GOOD, w: undefined }],
    ['no capacities', 'NOT_A_LIST at capR', { ...GOOD, capR: undefined }],
    ['a base that is none', 'NOT_A_LIST at base', { ...GOOD, base: 7 }],
    ['a group that is none', 'NOT_A_LIST at group', { ...GOOD, group: null }],
    ['capacities of groups that are none', 'NOT_A_LIST at capG', { ...GOOD, capG: {} }],
    ['words', 'NOT_A_WHOLE_NUMBER at w[0]', { ...GOOD, w: ['7', 5, 6, 1, 9] }],
    ['a fraction', 'NOT_A_WHOLE_NUMBER at w[1]', { ...GOOD, w: [7, 5.5, 6, 1, 9] }],
    ['no number', 'NOT_A_WHOLE_NUMBER at base[0]', { ...GOOD, base: [NaN, 0, 20] }],
    ['a negative weight', 'NEGATIVE at w[0]', { ...GOOD, w: [-7, 5, 6, 1, 9] }],
    ['a negative capacity', 'NEGATIVE at capacity[1]', { ...GOOD, capR: [1, -1] }],
    ['what cannot be added up', 'TOO_LARGE at w[0] and base[0]', { ...GOOD, w: [499_999_999, 5, 6, 1, 9] }],
    ['what is beyond all bounds', 'TOO_LARGE at w[0]', { ...GOOD, w: [1e15, 5, 6, 1, 9] }],
    ['rows that go backwards', 'START_NOT_ASCENDING', { ...GOOD, start: [0, 4, 2, 5] }],
    ['rows that end too early', 'START_NOT_ASCENDING', { ...GOOD, start: [0, 2, 4, 4] }],
    ['no rows', 'START_NOT_ASCENDING at start', { ...GOOD, start: [], base: [] }],
    ['a column that is not there', 'UNKNOWN_COLUMN', { ...GOOD, col: [0, 2, 0, 1, 1] }],
    ['a group that is not there', 'UNKNOWN_GROUP', { ...GOOD, group: [0, 1] }],
    ['an edge twice', 'SAME_EDGE_TWICE', { ...GOOD, col: [0, 0, 0, 1, 1] }],
    ['fewer weights than columns', 'LENGTHS_DIFFER at w, col', { ...GOOD, w: [7, 5, 6, 1] }],
    ['more weights than columns', 'LENGTHS_DIFFER at w, col', { ...GOOD, w: [7, 5, 6, 1, 9, 2] }],
    ['fewer bases than rows', 'LENGTHS_DIFFER at base, start', { ...GOOD, base: [1] }],
    ['fewer groups than columns', 'LENGTHS_DIFFER', { ...GOOD, group: [0] }],
  ];

  it.each(bad)('is refused for %s: %s', (_, problem, file) => {
    expect(problemOf(() => readAssignment(file))).toContain(problem);
  });

  it('may be as large as it can be added up, and says “no group” by any negative number', () => {
    const largest = { start: [0, 1], col: [0], w: [499_999_999], base: [1], capR: [1], group: [-7], capG: [] };
    expect(solveAssignment(readAssignment(largest)).objective).toBe(500_000_000);
    expect(problemOf(() => readAssignment({ ...largest, base: [2] }))).toBe('TOO_LARGE at w[0] and base[0]');
  });

  it('keeps to the capacity of the first group too', () => {
    expect(solveAssignment(readAssignment({ ...GOOD, capG: [1] })).pairs).toEqual([[2, 1]]);
  });

  it('counts the time of the solve in milliseconds, to the microsecond', () => {
    const side = Array.from({ length: 60 }, (_, at) => at);
    const problem = readAssignment({
      start: [0, ...side.map((row) => (row + 1) * side.length)],
      col: side.flatMap(() => side),
      w: side.flatMap((row) => side.map((at) => (row * 7 + at * 11) % 50)),
      capR: side.map(() => 1),
    });
    const begun = performance.now();
    const { milliseconds } = solveAssignment(problem);
    expect(milliseconds).toBeLessThanOrEqual(performance.now() - begun + 0.001);
    expect(milliseconds).toBeGreaterThan(0);
    expect(milliseconds).toBe(Number(milliseconds.toFixed(3)));
  });

  it('is solved with its proof', () => {
    const { milliseconds, ...answer } = solveAssignment(readAssignment(GOOD));
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(answer).toEqual({
      objective: 17 + 29,
      pairs: [
        [0, 0],
        [2, 1],
      ],
      certificate: { primal: 46, dual: 46, holds: true },
    });
  });

  it('may have no groups and no base, empty sides, and rows that nobody should serve', () => {
    expect(solveAssignment(readAssignment({ start: [0], col: [], w: [], capR: [] })).objective).toBe(0);
    const plain = { start: [0, 1, 2], col: [0, 0], w: [3, 4], capR: [1] };
    expect(solveAssignment(readAssignment(plain)).pairs).toEqual([[1, 0]]);
    expect(solveAssignment(readAssignment({ ...plain, base: [0, -9] })).pairs).toEqual([[0, 0]]);
  });
});
