// Plans of seats under people's hands: what is refused, what is proposed for cancelling, what changes move, and why.
import { Seeded } from '../testing/small-problem.js';
import { inventSeats } from '../testing/small-seats.js';
import { BadProblem } from '../transport/problem.js';
import { explainSeat, suggestSeats } from './explain-seat.js';
import { editSeats, seatMoves, startSeats, type SeatsChange } from './seats-state.js';
import { solveSeats } from './solve-seats.js';
import {
  DEFAULT_SEAT_RULES,
  DEFAULT_SEAT_WEIGHTS,
  type SeatsProblem,
  type SeatsSolution,
  type SeatWeights,
} from './types.js';
import { verifySeats } from './verify-seats.js';

const helper = { role: 'HELPER', seats: 2, least: 0, required: [], helpful: [] };
const activity = { start: 600, end: 720, month: '2027-03', need: 50, least: 1, most: 2, roles: [helper] };
const volunteer = { eligible: true, skills: [], wishes: [], minutesPerMonth: 600, minutesSoFar: 0 };
const plan: SeatsProblem = {
  activities: [
    { ...activity, id: 'morning' },
    { ...activity, id: 'same time', start: 660, end: 780 },
    { ...activity, id: 'evening', start: 1100, end: 1200 },
  ],
  volunteers: ['ann', 'bo', 'cy'].map((id) => ({ ...volunteer, id })),
  supervisors: [],
  locks: [],
  vetoes: [],
  previous: [],
  rules: DEFAULT_SEAT_RULES,
  weights: DEFAULT_SEAT_WEIGHTS,
};
const first = { ...volunteer, id: 'ann' };

const morning = { ...activity, id: 'morning' };
const wish = (points: number) => ({ activityId: 'morning', points });
/** As an agency could have stored it. */
const table = (criterion: string, weight: number) =>
  JSON.parse(JSON.stringify({ version: 1, criteria: [{ criterion, weight, why: 'so' }] })) as SeatWeights;

const bad: readonly [string, string, Partial<SeatsProblem>][] = [
  ['a volunteer twice', 'SAME_ID_TWICE', { volunteers: [first, first] }],
  ['a negative budget of hours', 'NEGATIVE', { volunteers: [{ ...first, minutesPerMonth: -1 }] }],
  ['a fraction', 'NOT_A_WHOLE_NUMBER', { rules: { ...DEFAULT_SEAT_RULES, penalty: 0.5 } }],
  ['a penalty beyond all sums', 'TOO_LARGE', { rules: { ...DEFAULT_SEAT_RULES, penalty: 1e15 } }],
  ['a fraction of a wish', 'NOT_A_WHOLE_NUMBER', { volunteers: [{ ...first, wishes: [wish(0.5)] }] }],
  ['a wish below none', 'NEGATIVE', { volunteers: [{ ...first, wishes: [wish(-1)] }] }],
  ['more minutes than can be added up', 'TOO_LARGE', { volunteers: [{ ...first, minutesSoFar: 2 ** 53 - 1 }] }],
  ['an activity twice', 'SAME_ID_TWICE', { activities: [morning, morning] }],
  [
    'two who supervise each other',
    'SUPERVISORS_IN_A_CIRCLE',
    {
      volunteers: ['bo', 'ann'].map((supervisorId, at) => ({ ...first, id: at ? 'bo' : 'ann', supervisorId })),
      supervisors: ['ann', 'bo'].map((id) => ({ id, places: 1 })),
    },
  ],
  ['a weight below none', 'WEIGHTS_REFUSED', { weights: table('need', -1) }],
  ['a fraction of a weight', 'WEIGHTS_REFUSED', { weights: table('need', 0.5) }],
  ['a weight beyond all sums', 'WEIGHTS_REFUSED', { weights: table('need', 2 ** 53 - 1) }],
  ['a weight for what people believe', 'WEIGHTS_REFUSED', { weights: table('religion', 1) }],
  ['a supervisor who is not there', 'UNKNOWN_ID', { volunteers: [{ ...first, supervisorId: 'x' }] }],
  ['a wish for nothing', 'UNKNOWN_ID', { volunteers: [{ ...first, wishes: [{ activityId: 'x', points: 1 }] }] }],
  ['an end before its start', 'LIMITS_CROSS', { activities: [{ ...activity, id: 'a', end: 600 }] }],
  ['a least above the seats', 'LIMITS_CROSS', { activities: [{ ...activity, id: 'a', least: 3 }] }],
  [
    'somebody decided into two places at once',
    'LOCKS_CONFLICT',
    { locks: ['morning', 'same time'].map((activityId) => ({ volunteerId: 'ann', activityId, role: 'HELPER' })) },
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
  expect(refusal(() => solveSeats({ ...plan, ...part }))).toBe(code);
});

it.each<[string, Partial<SeatsProblem>]>([
  ['nobody', { volunteers: [] }],
  ['nothing', { activities: [] }],
  ['nobody and nothing', { volunteers: [], activities: [] }],
])('answers for %s', (_, side) => {
  const empty = { ...plan, ...side };
  const solution = solveSeats(empty);
  expect(solution).toMatchObject({ seats: [], gapPpm: 0 });
  expect(verifySeats(empty, solution)).toEqual({ valid: true });
});

it('proposes to cancel what nobody can bring to its minimum, and says who could have come', () => {
  const activities = plan.activities.map((one) => (one.id === 'evening' ? { ...one, least: 2 } : one));
  const vetoes = ['ann', 'bo'].map((volunteerId) => ({ volunteerId, activityId: 'evening' }));
  const { solution, verdict } = startSeats({ ...plan, activities, vetoes });
  expect(solution.cancel).toEqual([
    {
      activityId: 'evening',
      minimum: 'ACTIVITY',
      least: 2,
      reachable: 1,
      coveredBy: { volunteerIds: ['cy'], roles: [] },
    },
  ]);
  expect(verdict).toEqual({ valid: true });
});

it('says what is in the way of a seat, and never proposes what a rule forbids', () => {
  const state = startSeats({ ...plan, volunteers: [first, { ...volunteer, id: 'bo', eligible: false }] });
  const [taken] = state.solution.seats.filter(({ activityId }) => activityId !== 'evening');
  const other = taken?.activityId === 'morning' ? 'same time' : 'morning';
  const whyNot = explainSeat(state, { volunteerId: 'ann', activityId: other, role: 'HELPER' });
  expect(whyNot.inTheWay).toContainEqual({ code: 'AT_ANOTHER', fact: taken?.activityId });
  const never = explainSeat(state, { volunteerId: 'bo', activityId: other, role: 'HELPER' });
  expect(never.rejections.map(({ code }) => code)).toEqual(['NOT_ELIGIBLE']);
  expect(suggestSeats(state, 'bo', 5)).toEqual([]);
  expect(suggestSeats(state, 'ann', 5).length).toBe(3);
});

it('keeps the plan where nothing that counts has changed', () => {
  const state = startSeats(plan);
  const next = editSeats(state, { kind: 'arrive', volunteer: { ...volunteer, id: 'zoe', eligible: false } });
  expect(seatMoves(state.solution, next.solution)).toEqual({ come: [], go: [] });
});

it('stays proven through random changes', () => {
  const random = new Seeded(99);
  for (let instance = 0; instance < 60; instance++) {
    const problem = { ...inventSeats(random, { volunteers: 5, activities: 4 }), locks: [] };
    let state = startSeats(problem, { effort: { rounds: 30, repairs: 5 } });
    for (let edit = 0; edit < 5; edit++) {
      const seat = state.solution.seats[0];
      const volunteerId = random.pick(state.problem.volunteers).id;
      const changes: SeatsChange[] = [
        { kind: 'arrive', volunteer: { ...volunteer, id: `new${edit}` } },
        ...(state.problem.volunteers.length > 1 ? [{ kind: 'leave', volunteerId } as const] : []),
        ...(seat ? [{ kind: 'veto', ...seat } as const, { ...seat, kind: 'lock' } as const] : []),
      ];
      state = editSeats(state, random.pick(changes));
      expect(state.verdict).toEqual({ valid: true });
    }
  }
});

const lies: readonly [string, (s: SeatsSolution) => SeatsSolution][] = [
  ['a seat more than there are', (s) => ({ ...s, seats: [...s.seats, ...s.seats.slice(0, 1)] })],
  ['a higher worth', (s) => ({ ...s, certificate: { ...s.certificate, objective: s.certificate.objective + 1 } })],
  ['a lower bound', (s) => ({ ...s, certificate: { ...s.certificate, bound: s.certificate.bound - 1 } })],
  ['a smaller gap', (s) => ({ ...s, gapPpm: s.gapPpm - 1 })],
  [
    'a needless cancelling',
    (s) => ({
      ...s,
      cancel: [
        {
          activityId: 'evening',
          minimum: 'ACTIVITY',
          least: 1,
          reachable: 0,
          coveredBy: { volunteerIds: [], roles: [] },
        },
      ],
    }),
  ],
];
it.each(lies)('does not believe %s', (_, lie) => {
  expect(verifySeats(plan, lie(solveSeats(plan))).valid).toBe(false);
});
