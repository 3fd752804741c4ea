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

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (failure) {
    if (failure instanceof BadProblem) return failure.code;
    throw failure;
  }
  return 'no problem at all';
}

describe('a file with an assignment problem', () => {
  const bad: readonly [string, string, unknown][] = [
    ['nothing', 'NOT_A_LIST', null],
    ['a list', 'NOT_A_LIST', []],
    ['a missing list', 'NOT_A_LIST', { ...GOOD, w: undefined }],
    ['words', 'NOT_A_WHOLE_NUMBER', { ...GOOD, w: ['7', 5, 6, 1, 9] }],
    ['a fraction', 'NOT_A_WHOLE_NUMBER', { ...GOOD, w: [7.5, 5, 6, 1, 9] }],
    ['no number', 'NOT_A_WHOLE_NUMBER', { ...GOOD, base: [NaN, 0, 20] }],
    ['a negative weight', 'NEGATIVE', { ...GOOD, w: [-7, 5, 6, 1, 9] }],
    ['a negative capacity', 'NEGATIVE', { ...GOOD, capR: [1, -1] }],
    ['what cannot be added up', 'TOO_LARGE', { ...GOOD, w: [499_999_999, 5, 6, 1, 9] }],
    ['what is beyond all bounds', 'TOO_LARGE', { ...GOOD, w: [1e15, 5, 6, 1, 9] }],
    ['rows that go backwards', 'START_NOT_ASCENDING', { ...GOOD, start: [0, 4, 2, 5] }],
    ['rows that end too early', 'START_NOT_ASCENDING', { ...GOOD, start: [0, 2, 4, 4] }],
    ['no rows', 'START_NOT_ASCENDING', { ...GOOD, start: [], base: [] }],
    ['a column that is not there', 'UNKNOWN_COLUMN', { ...GOOD, col: [0, 2, 0, 1, 1] }],
    ['a group that is not there', 'UNKNOWN_GROUP', { ...GOOD, group: [0, 1] }],
    ['an edge twice', 'SAME_EDGE_TWICE', { ...GOOD, col: [0, 0, 0, 1, 1] }],
    ['lists of different lengths', 'LENGTHS_DIFFER', { ...GOOD, base: [1] }],
    ['fewer groups of columns', 'LENGTHS_DIFFER', { ...GOOD, group: [0] }],
  ];

  it.each(bad)('is refused for %s: %s', (_, code, file) => {
    expect(codeOf(() => readAssignment(file))).toBe(code);
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
