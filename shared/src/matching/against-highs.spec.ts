// Optima beside those of an independent solver.
import highs from 'highs';
import type { Problem } from './problem.js';
import { programText, type IntegerProgram, type ProgramRow } from './program.js';
import { solve } from './solve.js';
import { DEFAULT_SHARE_WEIGHTS } from './sponsorship/default-share-weights.js';
import { startShares } from './sponsorship/share-state.js';
import { randomProblem, Seeded } from './testing/small-problem.js';
import { inventShares } from './testing/small-shares.js';
import type { TransportProblem } from './transport/problem.js';
import { verifyCertificate } from './verify-certificate.js';

// The package types its CommonJS build; imported as an ES module, its default export is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

it('reaches the optimum that an independent solver reports, on middling problems', async () => {
  const solver = await loadHighs();
  for (let seed = 0; seed < 12; seed++) {
    const random = new Seeded(seed);
    const problem = randomProblem(random, {
      children: 60 + random.next(60),
      volunteers: 60 + random.next(60),
      supervisors: random.pick([0, 5, 20]),
      density: random.pick([5, 15]),
      mostScore: random.pick([5, 100, 8000]),
      mostPlaces: random.pick([1, 3]),
      mostSupervisorPlaces: random.pick([3, 12]),
    });
    const solution = solve(problem);
    const reported = solver.solve(linearProgram(problem));
    expect(reported.Status).toBe('Optimal');
    expect({ seed, total: solution.certificate.objective }).toEqual({
      seed,
      total: Math.round(reported.ObjectiveValue),
    });
    expect(verifyCertificate(problem, solution)).toEqual({ valid: true });
  }
});

it('reaches it for shares of sponsors too, who have several, but none twice for one child', async () => {
  const solver = await loadHighs();
  for (let seed = 0; seed < 12; seed++) {
    const random = new Seeded(seed);
    const snapshot = inventShares(random, 30 + random.next(30), 40 + random.next(40));
    const { problem, problems, solution } = startShares(snapshot, DEFAULT_SHARE_WEIGHTS);
    const { Status, ObjectiveValue } = solver.solve(programText(shareProgram(problem)));
    expect({ seed, Status, total: solution.objective, problems }).toEqual({
      seed,
      Status: 'Optimal',
      total: Math.round(ObjectiveValue),
      problems: [],
    });
  }
});

/** A share is used at most once; whether in part is left to the solver: the optimum is whole by itself. */
function shareProgram({ start, column, value, supply, capacity }: TransportProblem): IntegerProgram {
  const rows: ProgramRow[] = [...value].map((_, edge) => ({ terms: [[edge, 1]], atMost: 1 }));
  supply?.forEach((shares, sponsor) => {
    const terms = [...column.keys()].slice(start[sponsor], start[sponsor + 1]).map((edge) => [edge, 1] as const);
    if (terms.length > 0) rows.push({ terms, atMost: shares });
  });
  capacity.forEach((needed, child) => {
    const terms = [...column.keys()].filter((edge) => column[edge] === child).map((edge) => [edge, 1] as const);
    if (terms.length > 0) rows.push({ terms, atMost: needed });
  });
  return { value: [...value], whole: 0, rows };
}

/** The problem in the CPLEX LP text that solvers read; its optimum is whole, so no integrality is asked for. */
function linearProgram({ childIds, rowStart, volunteer, weight, places, supervisorOf, supervisorPlaces }: Problem) {
  const ofVolunteer = new Map<number, string[]>();
  const ofSupervisor = new Map<number, string[]>();
  const rows: string[] = [];
  const note = (index: Map<number, string[]>, key: number, name: string) =>
    index.set(key, [...(index.get(key) ?? []), name]);
  childIds.forEach((_, child) => {
    const names: string[] = [];
    for (let edge = rowStart[child] ?? 0; edge < (rowStart[child + 1] ?? 0); edge++) {
      const v = volunteer[edge] ?? 0;
      names.push(`x${edge}`);
      note(ofVolunteer, v, `x${edge}`);
      if ((supervisorOf[v] ?? -1) >= 0) note(ofSupervisor, supervisorOf[v] ?? 0, `x${edge}`);
    }
    if (names.length > 0) rows.push(`${names.join(' + ')} <= 1`);
  });
  for (const [v, names] of ofVolunteer) rows.push(`${names.join(' + ')} <= ${places[v]}`);
  for (const [s, names] of ofSupervisor) rows.push(`${names.join(' + ')} <= ${supervisorPlaces[s]}`);
  const total = [...weight].map((value, edge) => `${value} x${edge}`).join(' + ');
  return `Maximize\n ${total}\nSubject To\n ${rows.join('\n ')}\nEnd\n`;
}
