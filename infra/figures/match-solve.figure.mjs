// @ts-check
// What outsiders meet: `npm run match:solve` on files of a million edges, its memory, and what it says of bad ones.
import { spawnSync } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

export const name = 'MATCH-SOLVE';
export const title = 'Files of a million edges through npm run match:solve: proven, within memory, or refused';
export const target = '1.2 million edges proven under 1 GiB; a million candidates for one row answered, or refused';
export const databases = ['none'];
export const needs = ['build'];

const GIB = 1024;
const ROWS = 20_000;
const EDGES_A_ROW = 60;
const COLUMNS = 10_000;
const MILLION = 1_000_000;
/** Longer than any of these may take, on a machine that is busy with other things. */
const MOST_MS = 300_000;

/** @typedef {{ start: number[], col: number[], w: number[], base?: number[], capR: number[], group?: number[], capG?: number[] }} Assignment */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, log }) {
  const solve = async (/** @type {string} */ file, /** @type {Assignment} */ assignment) => {
    const path = join(dataDir, file);
    await write(path, assignment);
    const told = toldOf(root, path, join(dataDir, 'rss'));
    log(`${file}: ${Math.round(told.mib)} MiB, ${told.ms === undefined ? told.error : `solved in ${told.ms} ms`}`);
    return told;
  };
  const large = await solve('large.json', inventTown());
  const one = await solve('one-row.json', oneRow());
  const twice = await solve('twice.json', { ...oneRow(), col: oneRow().col.fill(1, MILLION - 1) });
  const below = await solve('below.json', { ...oneRow(), w: oneRow().w.fill(-1, MILLION - 1) });
  const best = MILLION - 1;
  return [
    { ...measured('1.2 million edges: memory', large.mib, 'MiB', `< ${GIB}`), holds: large.proven && large.mib < GIB },
    { ...measured('1.2 million edges: solve', large.ms ?? -1, 'ms', 'proven'), holds: large.proven },
    {
      ...measured('a million candidates for one row: memory', one.mib, 'MiB', `< ${GIB}`),
      holds: one.proven && one.objective === best && one.mib < GIB,
    },
    refused('one of a million twice', twice, 'SAME_EDGE_TWICE'),
    refused('one of a million below 0', below, 'NEGATIVE'),
  ];
}

/** @param {string} part @param {number} value @param {string} unit @param {string} aim */
const measured = (part, value, unit, aim) => ({ part, value: Math.round(value), unit, target: aim, holds: true });

/** @param {string} part @param {ReturnType<typeof toldOf>} told @param {string} refusal */
const refused = (part, { code, error }, refusal) => ({
  part: `${part}: refused`,
  value: code ?? -1,
  unit: 'exit',
  target: `1, ${refusal}`,
  holds: code === 1 && error.includes(refusal),
});

/** Runs the command in a process of its own, which leaves its greatest memory behind. @param {string} root @param {string} path @param {string} rss */
function toldOf(root, path, rss) {
  const leave = `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(rss)},String(process.resourceUsage().maxRSS)))`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(leave)}`, 'infra/command.mjs', 'match-solve', path],
    { cwd: root, encoding: 'utf8', timeout: MOST_MS, maxBuffer: 64 * 1024 * 1024 },
  );
  const answer = status === 0 ? JSON.parse(stdout) : undefined;
  return {
    code: status,
    error: stderr.trim(),
    mib: Number(readFileSync(rss, 'utf8')) / 1024,
    ms: /** @type {number | undefined} */ (answer?.milliseconds),
    objective: /** @type {number | undefined} */ (answer?.objective),
    proven: answer?.certificate.holds === true && answer.certificate.primal === answer.certificate.dual,
  };
}

/** Row after row, each edge worth something else; every column in one of a hundred groups, which are short of places. @returns {Assignment} */
function inventTown() {
  let seed = 20261123;
  const next = (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  const step = Math.floor(COLUMNS / EDGES_A_ROW);
  return {
    start: [0, ...rows.map((row) => (row + 1) * EDGES_A_ROW)],
    col: rows.flatMap(() => Array.from({ length: EDGES_A_ROW }, (_, edge) => edge * step + next(step))),
    w: rows.flatMap(() => Array.from({ length: EDGES_A_ROW }, () => next(10_000))),
    base: rows.map(() => next(1_000)),
    capR: Array.from({ length: COLUMNS }, () => 1 + next(3)),
    group: Array.from({ length: COLUMNS }, (_, column) => column % 100),
    capG: Array.from({ length: 100 }, () => 150),
  };
}

/** @returns {Assignment} */
const oneRow = () => ({
  start: [0, MILLION],
  col: Array.from({ length: MILLION }, (_, edge) => edge),
  w: Array.from({ length: MILLION }, (_, edge) => (edge * 7919) % MILLION),
  capR: Array.from({ length: MILLION }, () => 1),
});

/** List by list: the text is never in memory as a whole. @param {string} path @param {Assignment} assignment */
async function write(path, assignment) {
  const file = createWriteStream(path);
  Object.entries(assignment).forEach(([list, numbers], at) => {
    file.write(`${at === 0 ? '{' : ','}"${list}":[${numbers.join(',')}]`);
  });
  file.end('}\n');
  await finished(file);
}
