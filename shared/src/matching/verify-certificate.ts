// Checks a solution against its problem from first principles. Shares no code with the solver, so that a mistake
// there cannot hide itself here; whoever has the stored run can repeat it.
import type { Problem, StoredSolution } from './problem.js';

export type Verdict = { readonly valid: true } | { readonly valid: false; readonly problems: readonly string[] };

/**
 * Valid only where (1) the pairs are candidates, score what they are said to, serve each child once and keep to all
 * places, (2) no price is negative and every candidate pair's score is covered by its three prices, (3) the pairs'
 * total equals the prices' total, in exact integers. By linear programming duality nothing can then score more.
 */
export function verifyCertificate(problem: Problem, solution: StoredSolution): Verdict {
  const problems = [...feasibility(problem, solution), ...coverage(problem, solution), ...equality(problem, solution)];
  return problems.length === 0 ? { valid: true } : { valid: false, problems };
}

function feasibility(problem: Problem, { pairs }: StoredSolution): string[] {
  const problems: string[] = [];
  const rows = new Map(problem.childIds.map((id, row) => [id, row]));
  const columns = new Map(problem.volunteerIds.map((id, column) => [id, column]));
  const served = new Set<string>();
  const ofVolunteer = new Map<number, number>();
  const ofSupervisor = new Map<number, number>();
  for (const { childId, volunteerId, score } of pairs) {
    const row = rows.get(childId);
    const column = columns.get(volunteerId);
    const weight = row === undefined || column === undefined ? undefined : scoreOf(problem, row, column);
    if (column === undefined || weight === undefined) {
      problems.push(`${volunteerId} and ${childId} are no candidate pair`);
      continue;
    }
    if (weight !== score) problems.push(`${volunteerId} and ${childId} score ${weight}, not ${score}`);
    if (served.has(childId)) problems.push(`${childId} has more than one companion`);
    served.add(childId);
    ofVolunteer.set(column, (ofVolunteer.get(column) ?? 0) + 1);
    const supervisor = problem.supervisorOf[column] ?? -1;
    if (supervisor >= 0) ofSupervisor.set(supervisor, (ofSupervisor.get(supervisor) ?? 0) + 1);
  }
  for (const [column, count] of ofVolunteer) {
    const places = problem.places[column] ?? 0;
    if (count > places) problems.push(`${problem.volunteerIds[column]} has ${places} places, ${count} are used`);
  }
  for (const [supervisor, count] of ofSupervisor) {
    const places = problem.supervisorPlaces[supervisor] ?? 0;
    if (count > places) problems.push(`${problem.supervisorIds[supervisor]} has ${places} places, ${count} are used`);
  }
  return problems;
}

function scoreOf(problem: Problem, row: number, column: number): number | undefined {
  const end = problem.rowStart[row + 1] ?? 0;
  for (let edge = problem.rowStart[row] ?? 0; edge < end; edge++) {
    if (problem.volunteer[edge] === column) return problem.weight[edge];
  }
  return undefined;
}

function coverage(problem: Problem, { certificate }: StoredSolution): string[] {
  const problems: string[] = [];
  const ofChild = readPrices('child', problem.childIds, certificate.childPrices, problems);
  const ofVolunteer = readPrices('volunteer', problem.volunteerIds, certificate.volunteerPrices, problems);
  const ofSupervisor = readPrices('supervisor', problem.supervisorIds, certificate.supervisorPrices, problems);
  const ofPlace = ofVolunteer.map((price, column) => {
    const supervisor = problem.supervisorOf[column] ?? -1;
    return price + (supervisor < 0 ? 0 : (ofSupervisor[supervisor] ?? 0));
  });
  problem.childIds.forEach((childId, row) => {
    const price = ofChild[row] ?? 0;
    const end = problem.rowStart[row + 1] ?? 0;
    for (let edge = problem.rowStart[row] ?? 0; edge < end; edge++) {
      const column = problem.volunteer[edge] ?? -1;
      const covered = price + (ofPlace[column] ?? 0);
      const weight = problem.weight[edge] ?? 0;
      if (covered >= weight) continue;
      problems.push(`${problem.volunteerIds[column]} and ${childId} score ${weight}, their prices cover ${covered}`);
    }
  });
  return problems;
}

function readPrices(
  kind: string,
  ids: readonly string[],
  prices: Readonly<Record<string, number>>,
  problems: string[],
): number[] {
  if (Object.keys(prices).length !== ids.length) problems.push(`prices of ${kind}s: one for each is needed`);
  return ids.map((id) => {
    const price = Object.hasOwn(prices, id) ? prices[id] : undefined;
    if (price !== undefined && Number.isSafeInteger(price) && price >= 0) return price;
    problems.push(`the ${kind} price of ${id} is ${price ?? 'missing'}, not a whole number from 0`);
    return 0;
  });
}

function equality(problem: Problem, { pairs, certificate }: StoredSolution): string[] {
  const problems: string[] = [];
  const total = pairs.reduce((sum, pair) => sum + pair.score, 0);
  const bound =
    priced(problem.childIds, certificate.childPrices, () => 1) +
    priced(problem.volunteerIds, certificate.volunteerPrices, (i) => problem.places[i] ?? 0) +
    priced(problem.supervisorIds, certificate.supervisorPrices, (i) => problem.supervisorPlaces[i] ?? 0);
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(bound)) problems.push('the sums are no exact integers');
  if (certificate.objective !== total) problems.push(`the pairs score ${total}, not ${certificate.objective}`);
  if (certificate.bound !== bound) problems.push(`the prices come to ${bound}, not ${certificate.bound}`);
  if (total !== bound) problems.push(`the pairs score ${total}, the prices come to ${bound}`);
  return problems;
}

function priced(
  ids: readonly string[],
  prices: Readonly<Record<string, number>>,
  places: (index: number) => number,
): number {
  return ids.reduce((sum, id, i) => sum + (prices[id] ?? 0) * places(i), 0);
}
