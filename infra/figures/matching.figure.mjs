// @ts-check
// How fast the matching is at four sizes of town, also where supervision is short: each step, beside a native solver of
// minimum-cost flow where one can be built here, and beside what taking the best pair first would have found.
import { greedy } from './lib/greedy.mjs';
import { nativeFlow } from './lib/native-flow.mjs';
import { inventShares } from './lib/shares.mjs';
import { inventTown, RULES } from './lib/town.mjs';

export const name = 'MATCHING';
export const title =
  'Companions and sponsors, from small to large: candidates, exact solve, proof, changes, suggestions';
export const target =
  'at L: solve to the native solver beside it ≤ 0.06, ≤ 0.12 where supervision is short, ≤ 0.08 for shares; a change ' +
  '≤ 2 ms (p99), ten best children for a volunteer ≤ 0.15 ms (p99)';
export const databases = ['none'];
export const needs = ['build'];

const TIMES = 5;
const CHANGES = 400;
const ARRIVALS = 20;
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
  for (const [size, , children] of SIZES) results.push(...shares(engine, size, children, native, log));
  for (const [size, volunteers, children] of SIZES.slice(1)) {
    results.push(
      ...questions(
        engine,
        size,
        engine.startMatch(inventTown(volunteers, children, TEAM), RULES, engine.DEFAULT_WEIGHTS),
      ),
    );
  }
  results.push(told('peak memory', process.resourceUsage().maxRSS / 1024, 'MiB'));
  return results;
}

/** @param {string} kind @param {number} ms @param {number} nativeMs @param {number} most @returns {import('./registry.mjs').Measured} */
function ratio(kind, ms, nativeMs, most) {
  const value = rounded(ms / nativeMs, 1000);
  const aimed = /(^|D )L/.test(kind);
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

/**
 * Problem D: shares of sponsors to children.
 * @param {typeof import('@tongxing/shared/matching')} engine
 * @param {string} size @param {number} children
 * @param {ReturnType<typeof nativeFlow>} native @param {(text: string) => void} log
 */
function shares(engine, size, children, native, log) {
  const snapshot = inventShares(children);
  const found = timed(TIMES, () => engine.shareCandidates(snapshot));
  const scored = timed(TIMES, () => engine.scoreShares(found.result, engine.DEFAULT_SHARE_WEIGHTS));
  const { problem, problems } = engine.startShares(snapshot, engine.DEFAULT_SHARE_WEIGHTS);
  if (problems.length > 0) throw new Error(`BUG: D ${size} is not proven: ${problems[0]}`);
  const solved = timed(TIMES, () => new engine.Transport(problem));
  const solution = solved.result.solution();
  const first = greedy(problem);
  const kind = `D ${size}`;
  log(
    `${kind}: ${problem.column.length} candidate pairs, ${solution.edges.length} shares placed; best pair first loses ` +
      `${((100 * (solution.objective - first.objective)) / solution.objective).toFixed(1)}%`,
  );
  return [
    told(`${kind}: candidates and scores`, found.ms + scored.ms, 'ms'),
    told(`${kind}: solve`, solved.ms, 'ms'),
    ...(native ? [ratio(kind, solved.ms, native(problem, solution.objective), 0.08)] : []),
    ...shareChanges(engine, kind, snapshot),
  ];
}

/**
 * A worker says no to shares, one after another; the first opens the problem. Then a sponsor arrives.
 * @param {typeof import('@tongxing/shared/matching')} engine
 * @param {string} kind @param {import('@tongxing/shared/matching').ShareSnapshot} snapshot
 */
function shareChanges(engine, kind, snapshot) {
  let state = engine.startShares(snapshot, engine.DEFAULT_SHARE_WEIGHTS);
  const proposed = engine.proposedShares(state);
  const step = Math.max(1, Math.floor(proposed.length / CHANGES));
  const chosen = proposed.filter((_, at) => at % step === 0).slice(0, CHANGES);
  const times = chosen.map(
    ({ sponsorId, childId }) =>
      timed(1, () => (state = engine.editShares(state, { kind: 'veto', sponsorId, childId }))).ms,
  );
  const [sponsor] = snapshot.sponsors;
  if (!sponsor) throw new Error('BUG: nobody was invented');
  const arrived = timed(1, () => engine.editShares(state, { kind: 'arrive', sponsor: { ...sponsor, id: 'new' } }));
  for (const { problems } of [state, arrived.result]) {
    if (problems.length > 0) throw new Error(`BUG: ${kind} is not proven after changes: ${problems[0]}`);
  }
  return [
    told(`${kind}: the problem opened, with a first change`, times[0] ?? 0, 'ms'),
    told(`${kind}: a change, p50`, percentile(times.slice(1), 50), 'ms'),
    told(`${kind}: a change, p99`, percentile(times.slice(1), 99), 'ms'),
    told(`${kind}: a sponsor arrives`, arrived.ms, 'ms'),
  ];
}

/**
 * What a page asks, and what a worker changes, one after another.
 * @param {typeof import('@tongxing/shared/matching')} engine
 * @param {string} size @param {import('@tongxing/shared/matching').MatchState} start
 */
function questions(engine, size, start) {
  const pairs = start.solution.pairs.slice(0, CHANGES);
  // The lists from the volunteers' side, and the ways round outside, are made once a state.
  const [one] = pairs;
  if (one) {
    engine.suggest(start, one.volunteerId, 1);
    engine.exactLoss(start, one);
  }
  const each = (/** @type {(pair: import('@tongxing/shared/matching').ChosenPair) => void} */ ask) =>
    pairs.map((pair) => timed(1, () => ask(pair)).ms);
  const suggested = each(({ volunteerId }) => engine.suggest(start, volunteerId, 10));
  const explained = each((pair) => engine.explain(start, pair));
  const others = each(({ childId }) => engine.alternatives(start, childId, 3));
  let state = start;
  const edited = each((pair) => {
    state = engine.edit(state, { kind: 'veto', ...pair });
  });
  const arriving = start.snapshot.volunteers.slice(0, ARRIVALS).map((volunteer, i) => ({ ...volunteer, id: `w${i}` }));
  const arrived = arriving.map(
    (volunteer) => timed(1, () => (state = engine.edit(state, { kind: 'arrive', volunteer }))).ms,
  );
  if (!state.verdict.valid) throw new Error(`BUG: ${size} is not proven after ${CHANGES + ARRIVALS} changes`);
  return [
    ...aimed(`${size}: ten best children for a volunteer`, suggested, size === 'L' ? 0.15 : Infinity),
    ...aimed(`${size}: everything about a pair`, explained, Infinity),
    ...aimed(`${size}: three next best volunteers, with their exact cost`, others, Infinity),
    ...aimed(`${size}: a worker says no, to the new state`, edited, size === 'L' ? 2 : Infinity),
    ...aimed(`${size}: a volunteer arrives, to the new state`, arrived, Infinity),
  ];
}

/** @param {string} part @param {readonly number[]} times @param {number} most at p99; Infinity: told only */
function aimed(part, times, most) {
  const [median, worst] = both(part, times);
  const p99 = percentile(times, 99);
  return [median, { ...worst, ...(most < Infinity ? { target: `≤ ${most}`, holds: p99 <= most } : {}) }];
}

/** @param {string} part @param {readonly number[]} times */
const both = (part, times) =>
  /** @type {const} */ ([
    told(`${part}, p50`, percentile(times, 50), 'ms'),
    told(`${part}, p99`, percentile(times, 99), 'ms'),
  ]);

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
