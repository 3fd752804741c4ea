// @ts-check
// Checks the borders of the architecture: the rules of .dependency-cruiser.cjs, and that modules stand in no circle.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';

const require = createRequire(import.meta.url);

/** @typedef {Required<import('dependency-cruiser').IConfiguration>} Config */
/** @typedef {{ rule: string, from: string, to: string, comment: string }} Violation */

/**
 * Every import that crosses a border in the tree under `root`.
 * @param {string} root
 * @returns {Promise<{ violations: Violation[], modules: number, dependencies: number }>}
 */
export async function crossings(root) {
  const { forbidden, options } = /** @type {Config} */ (
    /** @type {unknown} */ (require('../../.dependency-cruiser.cjs'))
  );
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const folders = ['shared', 'server', 'client', 'e2e'].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    { ...cruiseOptions, baseDir: root, ruleSet: { forbidden }, validate: true, outputType: 'json' },
    enhancedResolveOptions,
  );
  if (typeof output !== 'string') throw new Error('BUG: dependency-cruiser answers in JSON');
  const { modules, summary } = /** @type {import('dependency-cruiser').ICruiseResult} */ (JSON.parse(output));
  const comments = new Map(forbidden.map((rule) => [rule.name, rule.comment]));
  const direct = summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    comment: comments.get(rule.name) ?? '',
  }));
  return {
    violations: [...direct, ...moduleCircles(modules)],
    modules: summary.totalCruised,
    dependencies: summary.totalDependenciesCruised ?? 0,
  };
}

/**
 * Circles between server modules, even where no single file is part of one. Tests do not count: they start the whole.
 * @param {readonly import('dependency-cruiser').IModule[]} modules
 * @returns {Violation[]}
 */
export function moduleCircles(modules) {
  /** @type {Map<string, Map<string, { from: string, to: string }>>} */
  const graph = new Map();
  for (const { source, dependencies } of modules) {
    const from = moduleOf(source);
    if (!from || /\.(int-)?spec\.ts$/.test(source)) continue;
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = moduleOf(resolved);
      if (!to || to === from || dependencyTypes.includes('type-only')) continue;
      const edges = graph.get(from) ?? new Map();
      if (!edges.has(to)) edges.set(to, { from: source, to: resolved });
      graph.set(from, edges);
    }
  }
  /** @type {Violation[]} */
  const circles = [];
  for (const [module, edges] of graph) {
    for (const [next, files] of edges) {
      const path = pathBetween(graph, next, module);
      if (path && module === [module, ...path].sort()[0]) {
        circles.push({
          rule: 'no-circle-of-modules',
          ...files,
          comment: `Modules in a circle: ${[module, ...path].join(' → ')}.`,
        });
      }
    }
  }
  return circles;
}

/** @param {string} path */
function moduleOf(path) {
  const name = /^server\/src\/([^/]+)\//.exec(path)?.[1];
  return ['platform', 'demo', 'testing', 'commands'].includes(name ?? '') ? undefined : name;
}

/**
 * @param {Map<string, Map<string, unknown>>} graph
 * @param {string} start
 * @param {string} goal
 * @returns {string[] | null}
 */
function pathBetween(graph, start, goal) {
  const seen = new Set([start]);
  /** @type {string[][]} */
  const queue = [[start]];
  for (let path = queue.shift(); path; path = queue.shift()) {
    const last = path.at(-1) ?? '';
    if (last === goal) return path;
    for (const next of graph.get(last)?.keys() ?? []) {
      if (!seen.has(next)) queue.push([...path, next]);
      seen.add(next);
    }
  }
  return null;
}
