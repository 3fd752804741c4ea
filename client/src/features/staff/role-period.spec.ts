import { periodProblem, toInput } from './role-period.js';

const TODAY = '2026-11-22';
const problem = (startsOn: string, endsOn = '') => periodProblem({ officeId: '', startsOn, endsOn }, TODAY);

it('refuses a role without a first day, from the past, or to a day before its first', () => {
  expect(problem('')).toEqual({ field: 'startsOn', code: 'REQUIRED' });
  expect(problem('2026-11-21')).toEqual({ field: 'startsOn', code: 'IN_THE_PAST' });
  expect(problem('2026-12-01', '2026-11-30')).toEqual({ field: 'endsOn', code: 'BEFORE_START' });
});

it('takes a role from today, for one day or without an end', () => {
  expect([problem(TODAY), problem(TODAY, TODAY)]).toEqual([undefined, undefined]);
});

it('leaves out what was left empty: the whole agency, no end', () => {
  expect(toInput({ officeId: '', startsOn: TODAY, endsOn: '' })).toEqual({ startsOn: TODAY });
});
