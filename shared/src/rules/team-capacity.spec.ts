import { localDate } from '../kernel/index.js';
import { checkBy, checksCanArrive, freePlaces, nextOffer, type CapacityFacts } from './team-capacity.js';

const DAY: CapacityFacts = {
  onDate: localDate('2027-03-20'),
  today: localDate('2027-01-10'),
  venuePeople: 60,
  children: 12,
  workers: 3,
  guestsPerWorker: 10,
  guestsPerChild: 2,
  otherVisits: 0,
  visitsPerMonth: 2,
  hasOtherTasks: true,
  checkLeadDays: 30,
  cutOffDays: 3,
};
const NONE = { withChildren: 0, withoutChildren: 0 };
const free = (change: Partial<CapacityFacts>, taken = NONE) => {
  const { free: places, binding } = freePlaces({ ...DAY, ...change }, taken, 'WITH_CHILDREN');
  return [places, binding];
};

it('is the least of the limits, and says which one it is', () => {
  expect(free({})).toEqual([24, 'RATIO']);
  expect(free({ workers: 2 })).toEqual([20, 'WORKERS']);
  expect(free({ venuePeople: 20 })).toEqual([5, 'VENUE']);
  expect(free({ otherVisits: 2 })).toEqual([0, 'EXPOSURE']);
  expect(free({ children: 0 })).toEqual([0, 'RATIO']);
  const { limits } = freePlaces(DAY, NONE, 'WITH_CHILDREN');
  expect(limits.map(({ limit, places }) => [limit, places])).toEqual([
    ['RATIO', 24],
    ['WORKERS', 30],
    ['VENUE', 45],
  ]);
});

it('everybody counts for room and workers, only those beside children for the ratio', () => {
  expect(free({}, { withChildren: 20, withoutChildren: 8 })).toEqual([2, 'WORKERS']);
  expect(free({}, { withChildren: 20, withoutChildren: 0 })).toEqual([4, 'RATIO']);
});

it('never falls below zero where a limit went down afterwards', () => {
  expect(free({ venuePeople: 10 }, { withChildren: 20, withoutChildren: 0 })).toEqual([0, 'VENUE']);
});

describe('a day sooner than the checks can arrive', () => {
  it('has no place beside children, and all its others', () => {
    const soon = { ...DAY, today: localDate('2027-02-16') };
    expect(checkBy(soon)).toBe('2027-03-17');
    expect(checksCanArrive(soon)).toBe(false);
    expect(freePlaces(soon, NONE, 'WITH_CHILDREN')).toMatchObject({ free: 0, binding: 'CHECK_TIME' });
    expect(freePlaces(soon, NONE, 'WITHOUT_CHILDREN')).toMatchObject({ free: 30, binding: 'WORKERS' });
  });

  it('begins with the first day that is too late, not one before', () => {
    expect(checksCanArrive({ ...DAY, today: localDate('2027-02-15') })).toBe(true);
  });

  it('has no place at all where there is nothing else to do', () => {
    const bare = { ...DAY, hasOtherTasks: false };
    expect(freePlaces(bare, NONE, 'WITHOUT_CHILDREN')).toMatchObject({ free: 0, binding: 'NO_OTHER_TASKS' });
  });
});

describe('the waitlist', () => {
  const waits = (id: string, people: number, partly = false) =>
    ({ id, people, partly, tasks: 'WITH_CHILDREN' }) as const;
  const places = (n: number) => ({ WITH_CHILDREN: n, WITHOUT_CHILDREN: 0 });

  it('offers nothing to whom it does not fit, and nothing where nothing is free', () => {
    expect(nextOffer([waits('a', 5)], places(3))).toBeUndefined();
    expect(nextOffer([waits('a', 5, true)], places(0))).toBeUndefined();
  });

  it('goes by the order, whole teams and parts of those who would come so', () => {
    expect(nextOffer([waits('a', 5), waits('b', 3)], places(5))).toEqual({ id: 'a', people: 5 });
    expect(nextOffer([waits('a', 5), waits('b', 3)], places(4))).toEqual({ id: 'b', people: 3 });
    expect(nextOffer([waits('a', 5, true), waits('b', 3)], places(4))).toEqual({ id: 'a', people: 4 });
  });
});
