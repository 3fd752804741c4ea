// Company days under people's hands: what is refused, what changes move, and why a day is not to be had.
import { inventDays } from '../testing/small-days.js';
import { Seeded } from '../testing/small-problem.js';
import { BadProblem } from '../transport/problem.js';
import { editDays, explainDay, startDays, type DaysChange, type DaysState } from './days-state.js';
import { solveDays } from './solve-days.js';
import {
  DEFAULT_DAY_RULES,
  DEFAULT_DAY_WEIGHTS,
  type DaysProblem,
  type DaysSolution,
  type DayWeights,
} from './types.js';
import { verifyDays } from './verify-days.js';

const day = '2027-05-20';
const company = { people: 10, budget: 100_000, most: 1, wishes: ['garden'], before: [], yearsWithout: 0 };
const garden = {
  id: 'garden',
  children: 20,
  childrenPerAdult: 2,
  mostAdults: 12,
  workers: 1,
  venueId: 'park',
  costPerPerson: 5_000,
  days: [day],
  times: 1,
};
const year: DaysProblem = {
  companies: ['acme', 'brook'].map((id) => ({ ...company, id })),
  activities: [garden],
  venues: [{ id: 'park', capacity: 40 }],
  workers: [{ day, present: 1 }],
  locks: [],
  vetoes: [],
  previous: [],
  rules: DEFAULT_DAY_RULES,
  weights: DEFAULT_DAY_WEIGHTS,
};
const [acme] = [{ ...company, id: 'acme' }];

/** As an agency could have stored it. */
const table = (criterion: string, weight: number) =>
  JSON.parse(JSON.stringify({ version: 1, criteria: [{ criterion, weight, why: 'so' }] })) as DayWeights;

const bad: readonly [string, string, Partial<DaysProblem>][] = [
  ['a company twice', 'SAME_ID_TWICE', { companies: [acme, acme] }],
  ['a team of nobody', 'NEGATIVE', { companies: [{ ...acme, people: 0 }] }],
  ['a fraction of a fen', 'NOT_A_WHOLE_NUMBER', { companies: [{ ...acme, budget: 0.5 }] }],
  ['a debt for a budget', 'NEGATIVE', { companies: [{ ...acme, budget: -1 }] }],
  ['more money than can be added up', 'TOO_LARGE', { companies: [{ ...acme, budget: 2 ** 53 - 1 }] }],
  ['an activity twice', 'SAME_ID_TWICE', { activities: [garden, garden] }],
  ['a ratio of no children to an adult', 'NEGATIVE', { activities: [{ ...garden, childrenPerAdult: 0 }] }],
  ['a day twice', 'SAME_ID_TWICE', { activities: [{ ...garden, days: [day, day] }] }],
  ['a weight below none', 'WEIGHTS_REFUSED', { weights: table('wish', -1) }],
  ['a fraction of a weight', 'WEIGHTS_REFUSED', { weights: table('wish', 0.5) }],
  ['a weight beyond all sums', 'WEIGHTS_REFUSED', { weights: table('wish', 2 ** 53 - 1) }],
  ['a weight for what people earn', 'WEIGHTS_REFUSED', { weights: table('income', 1) }],
  ['a wish for nothing', 'UNKNOWN_ID', { companies: [{ ...acme, wishes: ['x'] }] }],
  ['a venue that is not there', 'UNKNOWN_ID', { activities: [{ ...garden, venueId: 'x' }] }],
  [
    'two decided companies where one has room',
    'LOCKS_CONFLICT',
    { locks: ['acme', 'brook'].map((companyId) => ({ companyId, activityId: 'garden', day })) },
  ],
];

/** The code with which something is refused; nothing where it is not. */
function refusal(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof BadProblem) return error.code;
    throw error;
  }
}

it.each(bad)('refuses %s', (_, code, part) => {
  expect(refusal(() => solveDays({ ...year, ...part }))).toBe(code);
});

it.each<[string, Partial<DaysProblem>]>([
  ['no company', { companies: [] }],
  ['no activity', { activities: [], companies: [{ ...acme, wishes: [] }] }],
  ['no venue to go to', { activities: [], venues: [], companies: [] }],
  ['no workers', { workers: [] }],
])('answers for %s, proven', (_, side) => {
  const empty = { ...year, ...side };
  const solution = solveDays(empty);
  expect(solution).toMatchObject({ bookings: [], exhausted: true });
  expect(verifyDays(empty, solution)).toEqual({ valid: true });
});

it('holds no day on which adults are too few for the children', () => {
  expect(solveDays({ ...year, activities: [{ ...garden, childrenPerAdult: 1 }] }).bookings).toEqual([]);
});

it('says why a company has no day, and moves nobody for a change that does not matter', () => {
  const state = startDays(year);
  const [booking] = state.solution.bookings;
  const without = booking?.companyId === 'acme' ? 'brook' : 'acme';
  const why = explainDay(state, { companyId: without, activityId: 'garden', day });
  expect(why).toMatchObject({ chosen: false, rejections: [], inTheWay: [{ code: 'NO_ROOM', fact: '2' }] });
  const next = editDays(state, { kind: 'arrive', company: { ...company, id: 'aaa' } });
  expect(next.solution.bookings.map(({ companyId }) => companyId)).toEqual([booking?.companyId]);
  const vetoed = editDays(state, { kind: 'veto', companyId: booking?.companyId ?? '', activityId: 'garden' });
  expect(vetoed.solution.bookings.map(({ companyId }) => companyId)).toEqual([without]);
});

it('stays proven through random changes', () => {
  const random = new Seeded(41);
  for (let instance = 0; instance < 40; instance++) {
    const problem = { ...inventDays(random, { companies: 4, activities: 3, days: 3 }), locks: [] };
    let state = startDays(problem, { effort: { rounds: 20, roundsAtStep: 2, steps: 20 } });
    for (let edit = 0; edit < 5; edit++) {
      const booking = state.solution.bookings[0];
      const changes: DaysChange[] = [
        { kind: 'workers', day: '2027-05-10', present: random.next(5) },
        { kind: 'arrive', company: { ...company, id: `new${edit}`, wishes: ['a0'] } },
        ...(booking ? [{ kind: 'veto', ...booking } as const, { ...booking, kind: 'lock' } as const] : []),
      ];
      state = tried(state, random.pick(changes));
      expect(state.verdict).toEqual({ valid: true });
    }
  }
});

/** A change that what is decided does not allow is refused, and nothing has changed. */
function tried(state: DaysState, change: DaysChange): DaysState {
  try {
    return editDays(state, change);
  } catch (error) {
    if (error instanceof BadProblem && error.code === 'LOCKS_CONFLICT') return state;
    throw error;
  }
}

const lies: readonly [string, (s: DaysSolution) => DaysSolution][] = [
  ['a booking twice', (s) => ({ ...s, bookings: [...s.bookings, ...s.bookings] })],
  ['a higher worth', (s) => ({ ...s, certificate: { ...s.certificate, objective: s.certificate.objective + 1 } })],
  ['a lower bound', (s) => ({ ...s, certificate: { ...s.certificate, bound: s.certificate.bound - 1 } })],
];
it.each(lies)('does not believe %s', (_, lie) => {
  expect(verifyDays(year, lie(solveDays(year))).valid).toBe(false);
});
