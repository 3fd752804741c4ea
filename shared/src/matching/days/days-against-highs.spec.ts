// Company days beside a general solver of integer programs, which is told the rules anew: both find the same worth.
import highs from 'highs';
import { masterOf, programText, type IntegerProgram, type ProgramRow } from '../program.js';
import { inventDays } from '../testing/small-days.js';
import { Seeded } from '../testing/small-problem.js';
import { solveDays } from './solve-days.js';
import type { DaysProblem } from './types.js';
import { dayWorth, verifyDays } from './verify-days.js';

// The package types its CommonJS build; imported as an ES module, its default export is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

const middling = (seed: number): DaysProblem => {
  const size = { companies: 6 + (seed % 4), activities: 4, days: 4 };
  return { ...inventDays(new Seeded(seed), size), locks: [] };
};
const EFFORT = { rounds: 60, steps: 200 };
const PLANS = 12;

it('finds the worth that an independent solver reports, on middling plans', async () => {
  const solver = await loadHighs();
  let [booked, proven] = [0, 0];
  for (let seed = 0; seed < PLANS; seed++) {
    const problem = middling(seed);
    const { certificate, exhausted, bookings } = solveDays(problem, { effort: EFFORT });
    const { Status, ObjectiveValue } = solver.solve(programText(programOf(problem)), { mip_rel_gap: 0 });
    const most = Math.round(ObjectiveValue);
    expect({ seed, Status, objective: certificate.objective }).toEqual({ seed, Status: 'Optimal', objective: most });
    expect(certificate.bound).toBeGreaterThanOrEqual(most);
    booked += bookings.length;
    proven += exhausted ? 1 : 0;
  }
  expect(booked).toBeGreaterThan(2 * PLANS);
  expect(proven).toBeGreaterThan(PLANS / 2);
});

it('is no worse with its plan in hand, and checked like any other', async () => {
  const master = masterOf(await loadHighs());
  for (let seed = 0; seed < 4; seed++) {
    const problem = middling(seed);
    const effort = { rounds: 20, steps: 5 };
    const own = solveDays(problem, { effort });
    const both = solveDays(problem, { effort, master });
    expect(verifyDays(problem, both)).toEqual({ valid: true });
    expect(both.certificate.objective).toBeGreaterThanOrEqual(own.certificate.objective);
  }
});

/** A variable for each booking that may be, one for each day held, one for each company that comes at all. */
function programOf(problem: DaysProblem): IntegerProgram {
  const value: number[] = [];
  const rows: ProgramRow[] = [];
  const variable = (worth: number) => value.push(worth) - 1;
  const row = (terms: ProgramRow['terms'], atMost: number) => {
    const counted = terms.filter(([, factor]) => factor !== 0);
    if (counted.length > 0) rows.push({ terms: counted, atMost });
  };
  const held = problem.activities.flatMap((activity) =>
    activity.days.map((day) => ({ activity, day, h: variable(0), bookings: [] as { x: number; people: number }[] })),
  );
  const fairness = problem.weights.criteria.find(({ criterion }) => criterion === 'fairness')?.weight ?? 0;
  for (const company of problem.companies) {
    const own = held.flatMap((one) => {
      const worth = dayWorth(problem, { companyId: company.id, activityId: one.activity.id, day: one.day });
      if (worth === undefined) return [];
      const x = variable(worth);
      one.bookings.push({ x, people: company.people });
      return [{ x, day: one.day, cost: company.people * one.activity.costPerPerson }];
    });
    row(ones(own), company.most);
    row(
      own.map(({ x, cost }) => [x, cost] as const),
      company.budget,
    );
    for (const day of new Set(own.map((one) => one.day))) row(ones(own.filter((one) => one.day === day)), 1);
    const comes = variable(fairness * Math.min(100, 34 * company.yearsWithout));
    row([[comes, 1], ...own.map(({ x }) => [x, -1] as const)], 0);
  }
  for (const { activity, h, bookings } of held) {
    const adults = (factor: number) => bookings.map(({ x, people }) => [x, factor * people] as const);
    const capacity = problem.venues.find(({ id }) => id === activity.venueId)?.capacity ?? 0;
    for (const { x } of bookings) {
      row(
        [
          [x, 1],
          [h, -1],
        ],
        0,
      );
    }
    row([...adults(1), [h, -Math.min(activity.mostAdults, Math.max(0, capacity - activity.children))]], 0);
    row([...adults(-activity.childrenPerAdult), [h, activity.children]], 0);
  }
  for (const { id, times } of problem.activities) {
    row(helds(held.filter(({ activity }) => activity.id === id)), times);
  }
  for (const day of new Set(held.map((one) => one.day))) {
    const today = held.filter((one) => one.day === day);
    const present = problem.workers.find((one) => one.day === day)?.present ?? 0;
    row(
      today.map(({ h, activity }) => [h, activity.workers] as const),
      present,
    );
    for (const { id } of problem.venues) row(helds(today.filter(({ activity }) => activity.venueId === id)), 1);
  }
  return { value, whole: value.length, rows };
}

const ones = (list: readonly { readonly x: number }[]) => list.map(({ x }) => [x, 1] as const);
const helds = (list: readonly { readonly h: number }[]) => list.map(({ h }) => [h, 1] as const);
