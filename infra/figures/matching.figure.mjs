// @ts-check
// How fast the matching is at four sizes of town, also where supervision is short: each step, beside a native solver of
// minimum-cost flow where one can be built here, and beside what taking the best pair first would have found.
import { greedy } from './lib/greedy.mjs';
import { nativeFlow } from './lib/native-flow.mjs';
import { inventTown, RULES } from './lib/town.mjs';

export const name = 'MATCHING';
export const title = 'Companionship in small and large towns: candidates, exact solve, proof, changes, suggestions';
export const target =
  'solve to the native solver beside it ≤ 0.06 at L, ≤ 0.12 where supervision is short; a change ≤ 2 ms (p99) at L';
export const databases = ['none'];
export const needs = ['build'];

const TIMES = 5;
const CHANGES = 400;
const TEAM = 20;
/** @type {readonly (readonly [size: string, volunteers: number, children: number])[]} */
const SIZES = [
  ['S', 200, 100],
  ['M', 2_000, 1_000],
  ['L', 20_000, 10_000],
];
/** So many more volunteers than children at XL, which takes minutes: `--people 200000` asks for it. */
const XL_FROM = 200_000;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ dataDir, people, log }) {
  const engine = await import('@tongxing/shared/matching');
  const native = nativeFlow(dataDir, log);
  const sizes =
    people === undefined || people < XL_FROM ? SIZES : [...SIZES, /** @type {const} */ (['XL', people, people / 2])];
  /** @type {import('./registry.mjs').Measured[]} */
  const results = [];
  /** @type {Map<string, number>} */
  const solveMs = new Map();
  for (const [size, volunteers, children] of sizes) {
    for (const tight of [false, true]) {
      const kind = `${size}${tight ? ' tight' : ''}`;
      const supervisorPlaces = tight ? Math.ceil(children / 2 / (volunteers / TEAM)) : 2 * TEAM;
      const town = inventTown(volunteers, children, supervisorPlaces);
      const times = size === 'XL' ? 1 : TIMES;
      const found = timed(times, () => engine.candidates(town, RULES));
      const scored = timed(times, () => engine.score(found.result.csr, engine.DEFAULT_WEIGHTS));
      const problem = engine.transportOf(engine.makeProblem(found.result, scored.result));
      const solved = timed(times, () => new engine.Transport(problem));
      const solution = solved.result.solution();
      const proved = timed(times, () => engine.transportProblems(problem, solution));
      if (proved.result.length > 0) throw new Error(`BUG: ${kind} is not proven: ${proved.result[0]}`);
      const first = greedy(problem);
      log(
        `${kind}: ${problem.column.length} candidate pairs, ${solution.edges.length} of ${children} placed; best pair ` +
          `first loses ${((100 * (solution.objective - first.objective)) / solution.objective).toFixed(1)}% and leaves ` +
          `${solution.edges.length - first.placed} more without`,
      );
      solveMs.set(kind, solved.ms);
      results.push(
        told(`${kind}: candidates and scores`, found.ms + scored.ms, 'ms'),
        told(`${kind}: solve`, solved.ms, 'ms'),
        told(`${kind}: proof checked`, proved.ms, 'ms'),
        ...(native ? [ratio(kind, solved.ms, native(problem, solution.objective), tight ? 0.12 : 0.06)] : []),
      );
      if (size !== 'XL') results.push(...changes(kind, solved.result, [...solution.edges]));
    }
  }
  for (const suffix of ['', ' tight']) results.push(growth(solveMs, suffix));
  results.push(...(await questions(engine)));
  results.push(told('peak memory', process.resourceUsage().maxRSS / 1024, 'MiB'));
  return results;
}

/** @param {string} kind @param {number} ms @param {number} nativeMs @param {number} most @returns {import('./registry.mjs').Measured} */
function ratio(kind, ms, nativeMs, most) {
  const value = rounded(ms / nativeMs, 1000);
  const aimed = kind.startsWith('L');
  return {
    part: `${kind}: solve to native (${Math.round(nativeMs)} ms)`,
    value,
    unit: '×',
    target: aimed ? `≤ ${most}` : 'told',
    holds: !aimed || value <= most,
  };
}

/** A worker says no to pairs in use, one after another. @param {string} kind @param {import('@tongxing/shared/matching').Transport} transport @param {number[]} used */
function changes(kind, transport, used) {
  const step = Math.max(1, Math.floor(used.length / CHANGES));
  const chosen = used.filter((_, at) => at % step === 0).slice(0, CHANGES);
  transport.ruleOut(chosen[0] ?? 0);
  const times = chosen.slice(1).map((edge) => timed(1, () => transport.ruleOut(edge)).ms);
  const { objective, bound } = transport.solution();
  if (objective !== bound) throw new Error(`BUG: ${kind} is not proven after changes`);
  const p99 = percentile(times, 99);
  const aimed = kind.startsWith('L');
  return [
    told(`${kind}: a change, p50`, percentile(times, 50), 'ms'),
    { ...told(`${kind}: a change, p99`, p99, 'ms'), target: aimed ? '≤ 2' : 'told', holds: !aimed || p99 <= 2 },
  ];
}

/** By what power of the number of edges the time grows from M to L. @param {ReadonlyMap<string, number>} ms @param {string} suffix */
function growth(ms, suffix) {
  const exponent = Math.log10((ms.get(`L${suffix}`) ?? 0) / (ms.get(`M${suffix}`) ?? 1));
  return told(`growth of the solve from M to L${suffix}, as a power of the size`, rounded(exponent, 100), '');
}

/** What a page asks at M. @param {typeof import('@tongxing/shared/matching')} engine */
async function questions(engine) {
  const state = engine.startMatch(inventTown(2_000, 1_000, TEAM), RULES, engine.DEFAULT_WEIGHTS);
  const pairs = engine.proposedPairs(state).slice(0, CHANGES);
  const suggested = pairs.map(({ volunteerId }) => timed(1, () => engine.suggest(state, volunteerId, 10)).ms);
  const explained = pairs.map((pair) => timed(1, () => engine.explain(state, pair)).ms);
  return [...both('M: ten best children for a volunteer', suggested), ...both('M: everything about a pair', explained)];
}

/** @param {string} part @param {readonly number[]} times */
const both = (part, times) => [50, 99].map((of) => told(`${part}, p${of}`, percentile(times, of), 'ms'));

/** @param {string} part @param {number} value @param {string} unit @returns {import('./registry.mjs').Measured} */
const told = (part, value, unit) => ({ part, value: rounded(value, 1000), unit, target: 'told', holds: true });

/** @param {number} value @param {number} parts */
const rounded = (value, parts) => Math.round(value * parts) / parts;

/** @param {readonly number[]} times @param {number} of */
function percentile(times, of) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))] ?? 0;
}

/** @template T @param {number} times @param {() => T} work @returns {{ result: T, ms: number }} the median */
function timed(times, work) {
  const all = [];
  let result = /** @type {T} */ (/** @type {unknown} */ (undefined));
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    result = work();
    all.push(performance.now() - start);
  }
  all.sort((a, b) => a - b);
  return { result, ms: all[all.length >> 1] ?? 0 };
}
