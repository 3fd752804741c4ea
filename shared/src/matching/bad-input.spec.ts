// What cannot be matched is refused with a code and a place, at once; what merely is empty has an empty answer.
import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import { runMatch } from './run-match.js';
import { inventSnapshot, RULES } from './testing/invented-snapshot.js';
import { Seeded } from './testing/small-problem.js';
import { transportProblems } from './transport/certificate.js';
import { BadProblem, MOST_VALUE, NONE, type TransportProblem } from './transport/problem.js';
import { Transport } from './transport/transport.js';
import type { Criterion, MatchRules, MatchSnapshot, MatchWeights } from './types.js';

const TOWN = inventSnapshot(new Seeded(5), { volunteers: 6, children: 4, supervisors: 2 });
const [VOLUNTEER] = TOWN.volunteers;
const [CHILD] = TOWN.children;
const [SUPERVISOR] = TOWN.supervisors;
if (!VOLUNTEER || !CHILD || !SUPERVISOR) throw new Error('the invented town is empty');

function refusal(work: () => unknown): string {
  try {
    work();
    return 'not refused';
  } catch (failure) {
    return failure instanceof BadProblem ? failure.code : String(failure);
  }
}

describe('a snapshot that cannot be matched', () => {
  const withVolunteer = (change: object): MatchSnapshot => ({
    ...TOWN,
    volunteers: [...TOWN.volunteers.slice(1), { ...VOLUNTEER, ...change }],
  });
  const withChild = (change: object): MatchSnapshot => ({
    ...TOWN,
    children: [...TOWN.children.slice(1), { ...CHILD, ...change }],
  });

  it.each<[string, string, MatchSnapshot]>([
    ['a volunteer twice', 'SAME_ID_TWICE', { ...TOWN, volunteers: [...TOWN.volunteers, VOLUNTEER] }],
    ['a child twice', 'SAME_ID_TWICE', { ...TOWN, children: [...TOWN.children, CHILD] }],
    ['a supervisor twice', 'SAME_ID_TWICE', { ...TOWN, supervisors: [...TOWN.supervisors, SUPERVISOR] }],
    ['nobody as an id', 'BAD_ID', withVolunteer({ id: '' })],
    ['an id over two lines', 'BAD_ID', withChild({ id: 'c1\nc2' })],
    ['places below none', 'NEGATIVE', withVolunteer({ places: -1 })],
    ['half a place', 'NOT_A_WHOLE_NUMBER', withVolunteer({ places: 0.5 })],
    ['more places than can be meant', 'TOO_LARGE', withVolunteer({ places: 2 ** 31 })],
    ['a place off the earth', 'TOO_LARGE', withVolunteer({ place: { x: 1e12, y: 0 } })],
    ['no number at all', 'NOT_A_WHOLE_NUMBER', withChild({ waitingDays: NaN })],
    ['without end', 'NOT_A_WHOLE_NUMBER', withChild({ waitingDays: Infinity })],
    ['a priority of 0', 'TOO_SMALL', withChild({ priority: 0 })],
    [
      'an end before its start',
      'TOO_SMALL',
      withChild({ freeTimes: [{ weekday: 1, startMinute: 60, endMinute: 60 }] }),
    ],
    ['a supervisor of herself', 'SUPERVISORS_IN_A_CIRCLE', withVolunteer({ supervisorId: VOLUNTEER.id })],
    [
      'three who supervise each other',
      'SUPERVISORS_IN_A_CIRCLE',
      {
        ...TOWN,
        volunteers: TOWN.volunteers.map((v, i) => (i < 3 ? { ...v, supervisorId: `v${(i + 1) % 3}` } : v)),
      },
    ],
  ])('is refused: %s', (_, code, snapshot) => {
    expect(refusal(() => runMatch(snapshot, RULES, DEFAULT_WEIGHTS))).toBe(code);
  });

  it('names the circle of supervisors, and takes a chain for none', () => {
    const chain = TOWN.volunteers.map((v, i) => ({ ...v, supervisorId: `v${i + 1}` }));
    expect(refusal(() => runMatch({ ...TOWN, volunteers: chain }, RULES, DEFAULT_WEIGHTS))).toBe('not refused');
    const circle = chain.map((v, i) => (i === 5 ? { ...v, supervisorId: 'v3' } : v));
    expect(() => runMatch({ ...TOWN, volunteers: circle }, RULES, DEFAULT_WEIGHTS)).toThrow('(v3, v4, v5, v3)');
  });

  it.each<[string, string, Partial<MatchRules>]>([
    ['minutes below none', 'NEGATIVE', { minimumCommonMinutes: -1 }],
    ['a part of a minute', 'NOT_A_WHOLE_NUMBER', { minimumCommonMinutes: 0.5 }],
    ['more than a week', 'TOO_LARGE', { minimumCommonMinutes: 10_081 }],
  ])('is refused with rules of %s', (_, code, rules) => {
    expect(refusal(() => runMatch(TOWN, { ...RULES, ...rules }, DEFAULT_WEIGHTS))).toBe(code);
  });

  it.each<[string, number]>([
    ['negative', -5],
    ['fractional', 1.5],
    ['overflowing', Number.MAX_SAFE_INTEGER],
    ['no number', NaN],
  ])('is refused with a weight that is %s', (_, weight) => {
    const criterion: Criterion = 'travel';
    const weights: MatchWeights = {
      version: 1,
      criteria: [
        { criterion: 'priority', weight: 1, why: 'need first' },
        { criterion, weight, why: 'near people come' },
      ],
    };
    expect(refusal(() => runMatch(TOWN, RULES, weights))).toBe('WEIGHTS_REFUSED');
  });
});

describe('an empty side', () => {
  it.each<[string, Partial<MatchSnapshot>]>([
    ['no volunteers', { volunteers: [] }],
    ['no children', { children: [] }],
    ['no supervisors', { supervisors: [] }],
    ['nobody', { volunteers: [], children: [], supervisors: [] }],
  ])('has a proven answer: %s', (_, empty) => {
    const { verified, certificate, pairs } = runMatch({ ...TOWN, ...empty }, RULES, DEFAULT_WEIGHTS);
    expect(verified).toBe(true);
    expect(certificate.objective).toBe(certificate.bound);
    if (!empty.supervisors || empty.volunteers) expect(pairs).toEqual([]);
  });
});

describe('a million candidates', () => {
  const MILLION = 1_000_000;
  const one = (column: (edge: number) => number, value: (edge: number) => number): TransportProblem => ({
    start: Int32Array.of(0, MILLION),
    column: Int32Array.from({ length: MILLION }, (_, edge) => column(edge)),
    value: Int32Array.from({ length: MILLION }, (_, edge) => value(edge)),
    capacity: new Int32Array(MILLION).fill(1),
    group: new Int32Array(MILLION).fill(NONE),
    groupCapacity: new Int32Array(0),
  });

  it('for one child are answered, with the best of them', () => {
    const problem = one(
      (edge) => edge,
      (edge) => (edge * 7919) % MILLION,
    );
    const solution = new Transport(problem).solution();
    expect(solution.objective).toBe(MILLION - 1);
    expect(transportProblems(problem, solution)).toEqual([]);
  });

  it('are refused where one of them stands twice, is worth less than nothing, or more than can be added up', () => {
    const same = one(
      (edge) => Math.min(edge, MILLION - 2),
      () => 1,
    );
    expect(refusal(() => new Transport(same))).toBe('SAME_EDGE_TWICE');
    const last = (value: number) =>
      one(
        (edge) => edge,
        (edge) => (edge === MILLION - 1 ? value : 1),
      );
    expect(refusal(() => new Transport(last(-1)))).toBe('NEGATIVE');
    expect(refusal(() => new Transport(last(MOST_VALUE + 1)))).toBe('TOO_LARGE');
  });
});
