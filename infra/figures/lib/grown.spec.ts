// D7 from the rows as the cohorts have them: who came in 2014, who left and came back, and who has two roles.
import { cohorts } from '../../../server/src/demo/cohorts/cohorts.js';
import { SERVED_ROLES } from '../../../server/src/demo/cohorts/grown-volunteers.js';
import { EXPECTED, grownOf, lines, ON, SERVED } from './grown.mjs';

const rows = cohorts().roles.map(({ person, role, startsOn }) => {
  return { personId: String(person), kind: role, startsOn, served: SERVED_ROLES.includes(role) ? 1 : 0 };
});
const right = grownOf(rows, ON);
const held = (said: typeof right, counted = right) => lines(said, counted).every(({ holds }) => holds);

it('is 18, 7, 380 and 136 at the end of 2013, 541 roles, and 25 people who were served themselves', () => {
  expect(Object.fromEntries(right.kinds.map(({ kind, count }) => [kind, count]))).toEqual(EXPECTED);
  expect([right.roles, right.served]).toEqual([541, SERVED]);
  expect(held(right)).toBe(true);
});

it('does not hold with those who came in 2014, nor with every row counted', () => {
  expect(held(grownOf(rows, '2014-12-31'))).toBe(false);
  expect(
    held(
      grownOf(
        rows.map((row, index) => ({ ...row, personId: String(index) })),
        ON,
      ),
    ),
  ).toBe(false);
});

it('does not hold where all of them are called people who were served, or server and rows differ', () => {
  expect(held({ ...right, served: 541 })).toBe(false);
  expect(held(right, { ...right, served: 24 })).toBe(false);
  expect(lines({ ...right, kinds: right.kinds.slice(1) }, right)[0]).toMatchObject({ value: 0, holds: false });
});
