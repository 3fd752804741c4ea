// The checker is the last word on every run: each way in which a solution can lie is found, and found by its name.
import { transportProblems } from './certificate.js';
import { NONE, type TransportProblem } from './problem.js';
import type { TransportSolution } from './transport.js';

const of = (...numbers: number[]) => Int32Array.from(numbers);

/** Columns 0 and 1 share the one place of group 0; column 2 stands alone. Best: row 1 at column 2, row 2 at column 1. */
const PROBLEM: TransportProblem = {
  start: of(0, 2, 4, 6),
  column: of(0, 1, 0, 2, 1, 2),
  value: of(5, 4, 6, 3, 7, 2),
  capacity: of(1, 1, 1),
  group: of(0, 0, NONE),
  groupCapacity: of(1),
};
const PRICES = { row: of(0, 1, 2), column: of(0, 0, 2), group: of(5) };
const PROVEN: TransportSolution = { edges: of(3, 4), objective: 10, bound: 10, prices: PRICES };

const told = (lie: Partial<TransportSolution>, problem: Partial<TransportProblem> = {}) =>
  transportProblems({ ...PROBLEM, ...problem }, { ...PROVEN, ...lie });

describe('the certificate', () => {
  it('holds for what is chosen at its prices', () => {
    expect(told({})).toEqual([]);
  });

  it('holds for nothing at all', () => {
    const nothing = { start: of(0), column: of(), value: of(), capacity: of(), group: of(), groupCapacity: of() };
    const prices = { row: of(), column: of(), group: of() };
    expect(transportProblems(nothing, { edges: of(), objective: 0, bound: 0, prices })).toEqual([]);
  });

  it('counts what a chosen edge is worth beyond its prices, once, and a row as often as it may choose', () => {
    const problem = {
      start: of(0, 2),
      column: of(0, 1),
      value: of(9, 4),
      supply: of(2),
      capacity: of(3, 1),
      group: of(NONE, NONE),
      groupCapacity: of(),
    };
    const free = { row: of(0), column: of(0, 0), group: of() };
    expect(transportProblems(problem, { edges: of(0, 1), objective: 13, bound: 13, prices: free })).toEqual([]);
    const dear = { row: of(4), column: of(0, 0), group: of() };
    expect(transportProblems(problem, { edges: of(0, 1), objective: 13, bound: 13, prices: dear })).toEqual([]);
    const dearer = { row: of(5), column: of(0, 0), group: of() };
    expect(transportProblems(problem, { edges: of(0, 1), objective: 13, bound: 14, prices: dearer })).toEqual([
      'chosen is worth 13, the prices come to 14',
    ]);
  });

  it('takes a column of which no group is told for one without', () => {
    const lone = {
      start: of(0, 1),
      column: of(0),
      value: of(7),
      capacity: of(1),
      group: of(),
      groupCapacity: of(0, 0),
    };
    const prices = { row: of(0), column: of(0), group: of(0, 5) };
    expect(transportProblems(lone, { edges: of(0), objective: 7, bound: 7, prices })).toEqual([]);
  });

  it('finds that a group is overfull, be it not the first', () => {
    const pair = {
      start: of(0, 1, 2),
      column: of(0, 1),
      value: of(3, 3),
      capacity: of(1, 1),
      group: of(1, 1),
      groupCapacity: of(0, 1),
    };
    const prices = { row: of(0, 0), column: of(0, 0), group: of(0, 3) };
    expect(transportProblems(pair, { edges: of(0, 1), objective: 6, bound: 3, prices })).toContain(
      'group 1 has 1 places, 2 are used',
    );
  });

  it('finds an edge that is not there, on either side', () => {
    expect(told({ edges: of(-1, 3, 4) })).toEqual(['there is no edge -1']);
    expect(told({ edges: of(3, 4, 6) })).toEqual(['there is no edge 6']);
    expect(told({ edges: of(3, 4, 60) })).toEqual(['there is no edge 60']);
  });

  it('finds an edge that is chosen twice, the first and the last too', () => {
    expect(told({ edges: of(3, 4, 4) })).toEqual(['edge 4 is chosen twice']);
    expect(told({ edges: of(0, 0) })).toContain('edge 0 is chosen twice');
    expect(told({ edges: of(5, 5) })).toContain('edge 5 is chosen twice');
  });

  it('finds a row that takes more than it may', () => {
    expect(told({ edges: of(4, 5), objective: 9, bound: 11 })).toContain('row 2 uses 2 edges, 1 are allowed');
    expect(told({}, { supply: of(1, 0, 1) })).toContain('row 1 uses 1 edges, 0 are allowed');
  });

  it('finds a column that is overfull', () => {
    expect(told({ edges: of(3, 5), objective: 5 })).toContain('column 2 has 1 places, 2 are used');
    expect(told({}, { capacity: of(1, 0, 1) })).toContain('column 1 has 0 places, 1 are used');
    expect(told({ edges: of(0, 2) })).toContain('column 0 has 1 places, 2 are used');
  });

  it('finds a group that is overfull, though each of its columns is not', () => {
    const lies = told({ edges: of(0, 3, 4), objective: 15 });
    expect(lies).toContain('group 0 has 1 places, 2 are used');
    expect(lies.filter((lie) => lie.startsWith('column'))).toEqual([]);
  });

  it('counts no column without a group against one', () => {
    const problem = { ...PROBLEM, group: of(NONE, NONE, NONE), groupCapacity: of(0) };
    const prices = { row: of(0, 3, 7), column: of(5, 4, 0), group: of(0) };
    const lies = transportProblems(problem, { edges: of(0, 3, 4), objective: 15, bound: 19, prices });
    expect(lies.filter((lie) => lie.startsWith('group'))).toEqual([]);
  });

  it('finds an edge that prices leave uncovered: something better exists', () => {
    const cheap = { row: of(0, 0, 2), column: of(0, 0, 3), group: of(5) };
    expect(told({ prices: cheap })).toEqual(['edge 2 is worth 6, its prices cover 5']);
    const free = { row: of(0, 1, 2), column: of(0, 0, 2), group: of(0) };
    expect(told({ prices: free })).toContain('edge 0 is worth 5, its prices cover 0');
  });

  it('takes the group’s price for a column of the group only', () => {
    const beyond = { row: of(0, 1, 0), column: of(0, 0, 0), group: of(7) };
    expect(told({ prices: beyond })).toContain('edge 5 is worth 2, its prices cover 0');
  });

  it('finds a price below nothing in each list', () => {
    expect(told({ prices: { ...PRICES, row: of(-1, 1, 2) } })).toContain('a row has a price below 0');
    expect(told({ prices: { ...PRICES, column: of(0, -1, 2) } })).toContain('a column has a price below 0');
    expect(told({ prices: { ...PRICES, group: of(-5) } })).toContain('a group has a price below 0');
  });

  it('finds lists of prices that are too short or too long', () => {
    expect(told({ prices: { ...PRICES, row: of(0, 1) } })).toContain('prices of rows: 2, not 3');
    expect(told({ prices: { ...PRICES, column: of(0, 0, 2, 0) } })).toEqual(['prices of columns: 4, not 3']);
    expect(told({ prices: { ...PRICES, group: of() } })).toContain('prices of groups: 0, not 1');
  });

  it('finds sums that are not what they are said to be', () => {
    expect(told({ objective: 11 })).toEqual(['chosen is 10, not 11']);
    expect(told({ bound: 9 })).toEqual(['the prices come to 10, not 9']);
  });

  it('finds a choice that falls short of its prices', () => {
    expect(told({ edges: of(4), objective: 7 })).toEqual(['chosen is worth 7, the prices come to 10']);
    // A group of which nobody takes a place has its price all the same.
    expect(told({ edges: of(3), objective: 3 })).toEqual(['chosen is worth 3, the prices come to 10']);
  });

  it('finds sums that no longer are exact', () => {
    const most = 2 ** 31 - 1;
    const lies = told({ prices: { ...PRICES, row: of(most, 1, 2) } }, { supply: of(most, 1, 1) });
    expect(lies).toContain('the sums are no exact integers');
  });
});
