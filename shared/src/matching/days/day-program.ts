// Problem C as an integer program, for a solver that is handed in; what it answers is checked.
import { item } from '../ints.js';
import type { IntegerProgram, MasterSolver, ProgramRow } from '../program.js';
import type { Held } from './day-prices.js';
import type { DaysModel } from './model.js';

/** The solver's plan; nothing where it finds none. */
export function askMaster(model: DaysModel, master: MasterSolver): Held[] | undefined {
  const values = master(programOf(model));
  if (!values) return undefined;
  return model.events.flatMap(({ options }, event) => {
    const chosen = options.filter((option) => (values[option] ?? 0) > 0.5);
    return chosen.length > 0 ? [{ event, options: chosen }] : [];
  });
}

/** A variable for each option, then one for each day that is held, then one for each company's first day. */
function programOf({ problem, days, present, events, eventsOf, options, optionsOf, first }: DaysModel): IntegerProgram {
  const held = options.length;
  const served = held + events.length;
  const rows: ProgramRow[] = [];
  const row = (terms: (readonly [number, number])[], atMost: number, exactly = false) => {
    if (terms.length > 0) rows.push({ terms, atMost, exactly });
  };
  events.forEach(({ least, most, options: own }, e) => {
    const people = (factor: number) => own.map((o) => [o, factor * item(options, o).people] as const);
    row([...people(1), [held + e, -most]], 0);
    row([...people(-1), [held + e, least]], 0);
    // held without anybody: not held
    row([...own.map((o) => [o, -1] as const), [held + e, 1]], 0);
    own.forEach((o) => row([[o, 1] as const, [held + e, -1]], 0));
  });
  const all = (ones: readonly number[]) => ones.map((e) => [held + e, 1] as const);
  problem.activities.forEach(({ times }, a) => row(all(eventsOf[a] ?? []), times));
  days.forEach((day, d) => {
    const today = events.flatMap((event, e) => (event.day === day ? [e] : []));
    row(
      today.map((e) => [held + e, item(events, e).workers] as const).filter(([, workers]) => workers > 0),
      present[d] ?? 0,
    );
    problem.venues.forEach((_, v) => row(all(today.filter((e) => item(events, e).venue === v)), 1));
    optionsOf.forEach((own) =>
      row(
        own.filter((o) => item(events, item(options, o).event).day === day).map((o) => [o, 1] as const),
        1,
      ),
    );
  });
  problem.companies.forEach(({ most, budget }, c) => {
    const own = optionsOf[c] ?? [];
    row(
      own.map((o) => [o, 1] as const),
      most,
    );
    row(
      own.map((o) => [o, item(options, o).cost] as const).filter(([, cost]) => cost > 0),
      budget,
    );
    row([...own.map((o) => [o, -1] as const), [served + c, 1]], 0);
  });
  options.forEach(({ lock }, o) => {
    if (lock) row([[o, 1]], 1, true);
  });
  const value = [...options.map((option) => option.value), ...events.map(() => 0), ...first];
  return { value, whole: value.length, rows };
}
