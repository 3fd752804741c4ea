import highs from 'highs';
import type { Problem } from './problem.js';
import { solve } from './solve.js';
import { randomProblem, Seeded } from './testing/small-problem.js';
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
