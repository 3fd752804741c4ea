// @ts-check
// From the press of "start" to the board on the screen, at a thousand and at ten thousand children, and how long everybody
// else waits meanwhile; beside it, how long they wait where a process that knows nothing of us merely counts. In all three
// the worker at the board asks the server as often, for as long as the run took: a decision at the start, then a look each
// second. Two requests at once wait for each other, run or no run, and what is to be seen is the run.
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { startServer } from '../lib/server.mjs';
import { percentile } from './lib/built.mjs';
import { addTown } from './lib/matched-town.mjs';
import { Markers } from './lib/markers.mjs';
import { Client, seedStaff } from './lib/planted-agency.mjs';

export const name = 'BOARD';
export const title = 'From the click to the board, and the API beside a run, at 1,000 and at 10,000 children';
export const target = 'board in ≤ 6 s and ≤ 60 s; p95 of the API beside a run ≤ 1.2 × without';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

/** Twice as many volunteers as children. */
const SIZES = [
  { children: 1_000, mostSeconds: 6, rounds: 20 },
  { children: 10_000, mostSeconds: 60, rounds: 2 },
];
const MOST_RATIO = 1.2;
/** As the matching process steps back (`step-back.ts`). */
const NICE = 5;
const PAUSE_MS = 25;
/** As the page of a run asks how far it is. */
const LOOK_MS = 1_000;

/** From the page that starts runs to the click at the earliest; the page is what has the matching process started. */
const READ_MS = 3_000;

const RUNS = '{ matchRuns(first: 20) { totalCount edges { node { id state startedAt } } } }';
const LIST = '{ children(first: 50) { totalCount edges { node { id name pseudonym languages needs } } } }';
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun { id state } } }`;
const STATE = 'query ($id: ID!) { matchRun(id: $id) { state } }';
const HOLD = `mutation ($i: HoldProposalInput!) { outcome: holdProposal(input: $i) { __typename ... on MatchProposal { version } } }`;
const PAIR = 'id state version held score slack child { id name pseudonym } volunteer { id name }';
/** What the board of a run asks for before it shows its first proposal with the reasons. */
const BOARD = `query ($id: ID!) { matchRun(id: $id) { id childrenConsidered optimal certificateChecked unmatchedTotal
  all: proposals(first: 1) { totalCount } proposals(first: 200) { totalCount edges { node { ${PAIR} } } } } }`;
const PANE = `query ($id: ID!) { matchProposal(id: $id) { ${PAIR} parts { criterion points fact }
  alternatives(first: 5) { loss score volunteer { id name } } ruledOut(first: 5) { volunteer { id } reasons { code } }
  volunteer { eligibility { ready findings { requirement outcome } } } } }`;

const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename } }`;
/** Decisions after which the next pair is shown with its reasons. */
const DECISIONS = 5;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, people, log }) {
  const env = { NODE_ENV: 'development', DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '1', ALLOW_LIST: 'false' };
  const all = { ...env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const seeded = await seedStaff(root, all, new Markers());
  const results = [];
  let before = 0;
  for (const { children, mostSeconds, rounds } of SIZES.filter(
    (size) => people === undefined || size.children <= people,
  )) {
    const more = children - before;
    await addTown({ root, env: all, agencyId: seeded.agencyId, volunteers: 2 * more, children: more, log });
    before = children;
    const server = await startServer({ root, dataDir, databaseUrl, env });
    try {
      const worker = await Client.signedIn(server.url, seeded.accounts['worker'] ?? '');
      const colleague = await Client.signedIn(server.url, seeded.accounts['supervisor'] ?? '');
      for (let index = 0; index < 30; index += 1) await colleague.data(LIST);
      await worker.data(RUNS);
      await new Promise((resolve) => setTimeout(resolve, READ_MS));
      // In turns, so that what else the machine does falls on all three alike; the runs of a round are many requests' time.
      const [alone, counted, during] = [
        /** @type {number[]} */ ([]),
        /** @type {number[]} */ ([]),
        /** @type {number[]} */ ([]),
      ];
      /** @type {number[]} */
      const boardMs = [];
      let opened = { proposals: 0, pairs: /** @type {any[]} */ ([]) };
      for (let round = 0; round < rounds; round += 1) {
        const ran = await beside(colleague, () => clickToDone(worker, `figure-${children}-${round}`));
        during.push(...ran.times);
        // To read a board of two hundred proposals is a request as any other, and no part of the run.
        const began = performance.now();
        opened = await openBoard(worker, ran.answer);
        boardMs.push(ran.ms + performance.now() - began);
        const look = () => decideAndLook(worker, ran.answer, opened.pairs[0], ran.ms);
        alone.push(...(await beside(colleague, look)).times);
        counted.push(...(await beside(colleague, () => Promise.all([look(), countFor(ran.ms)]))).times);
      }
      const next = await decideFew(worker, opened.pairs);
      log(`${children} children: ${next} ms from a decision to the next pair with its reasons`);
      const [p95Alone, p95Counted, p95Beside] = [p95(alone), p95(counted), p95(during)];
      const ratio = Math.round((p95Beside / p95Alone) * 100) / 100;
      // On two processors that the asking client shares, any work at all is felt; the run must not be felt more than that.
      const toCounted = Math.round((p95Beside / p95Counted) * 100) / 100;
      const seconds = Math.round(Math.max(...boardMs) / 10) / 100;
      log(`${children} children: board in ${seconds} s with ${opened.proposals} proposals`);
      log(
        `${children} children: API p95 ${p95Alone} ms without, ${p95Counted} ms beside a process that counts, ${p95Beside} ms beside the run (${during.length} requests, slowest ${Math.round(Math.max(...during))} ms), ratio ${ratio}`,
      );
      const part = `${children} children: `;
      results.push(
        {
          part: `${part}click to board`,
          value: seconds,
          unit: 's',
          target: `≤ ${mostSeconds}`,
          holds: seconds <= mostSeconds && opened.proposals > 0,
        },
        { part: `${part}API p95 without a run`, value: p95Alone, unit: 'ms', target: 'told', holds: true },
        {
          part: `${part}API p95 beside a process that counts`,
          value: p95Counted,
          unit: 'ms',
          target: 'told',
          holds: true,
        },
        { part: `${part}API p95 beside it`, value: p95Beside, unit: 'ms', target: 'told', holds: true },
        { part: `${part}decision to the next pair, median`, value: next, unit: 'ms', target: 'told', holds: true },
        {
          part: `${part}ratio to a process that counts`,
          value: toCounted,
          unit: '×',
          target: `≤ ${MOST_RATIO}`,
          holds: toCounted <= MOST_RATIO,
        },
        { part: `${part}ratio`, value: ratio, unit: '×', target: `≤ ${MOST_RATIO}`, holds: ratio <= MOST_RATIO },
      );
    } finally {
      await server.stop();
    }
  }
  return results;
}

/** As the page does: starts, and looks how far it is. @param {Client} worker @param {string} requestId @returns {Promise<string>} the run's id */
async function clickToDone(worker, requestId) {
  const { outcome } = await worker.data(RUN, { i: { requestId, waitSeconds: 2 } });
  if (outcome.__typename !== 'MatchRun') throw new Error(`the run answered ${outcome.__typename}`);
  let { state } = outcome;
  while (state === 'RUNNING') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    ({ state } = (await worker.data(STATE, { id: outcome.id })).matchRun);
  }
  if (state !== 'DONE') throw new Error(`the run ended as ${state}`);
  return outcome.id;
}

/**
 * What the worker of a run asks for, without a run: holds a pair fast or lets it go, then looks how far it is.
 * @param {Client} worker @param {string} id @param {any} pair @param {number} ms
 */
async function decideAndLook(worker, id, pair, ms) {
  const end = performance.now() + ms;
  pair.held = !pair.held;
  const { proposalId, version, held } = { ...pair, proposalId: pair.id };
  const { outcome } = await worker.data(HOLD, { i: { proposalId, version, held } });
  if (outcome.__typename !== 'MatchProposal') throw new Error(`holding fast was answered with ${outcome.__typename}`);
  pair.version = outcome.version;
  while (performance.now() + LOOK_MS < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    await worker.data(STATE, { id });
  }
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, end - performance.now())));
}

/** Opens the board and the reasons of its first proposal. @param {Client} worker @param {string} id */
async function openBoard(worker, id) {
  const { matchRun } = await worker.data(BOARD, { id });
  await worker.data(PANE, { id: matchRun.proposals.edges[0]?.node.id ?? '' });
  const pairs = matchRun.proposals.edges.map((/** @type {{ node: object }} */ { node }) => node);
  return { proposals: matchRun.all.totalCount, pairs };
}

/** What any work on this machine does to requests: one process that only counts, at the priority of a run. @param {number} ms */
async function countFor(ms) {
  const child = spawn(process.execPath, ['-e', `const end = Date.now() + ${ms}; while (Date.now() < end);`], {
    stdio: 'ignore',
  });
  if (child.pid !== undefined) setPriority(child.pid, NICE);
  await new Promise((resolve) => child.once('exit', resolve));
}

/** From a yes to the reasons of the next pair, again and again; the median, in ms. @param {Client} worker @param {readonly any[]} pairs */
async function decideFew(worker, pairs) {
  /** @type {number[]} */
  const times = [];
  for (let decided = 0; decided < DECISIONS && decided + 1 < pairs.length; decided += 1) {
    const { id, version } = pairs[decided];
    const began = performance.now();
    const { outcome } = await worker.data(ACCEPT, { i: { proposalId: id, version } });
    if (outcome.__typename !== 'MatchProposal') throw new Error(`a yes was answered with ${outcome.__typename}`);
    await worker.data(PANE, { id: pairs[decided + 1].id });
    times.push(performance.now() - began);
  }
  return Math.round(percentile(times, 0.5));
}

/**
 * How long each request of a colleague took while something else was done.
 * @template T
 * @param {Client} colleague @param {() => Promise<T>} work
 */
async function beside(colleague, work) {
  /** @type {number[]} */
  const times = [];
  let over = false;
  const asking = (async () => {
    while (!over) {
      const began = performance.now();
      await colleague.data(LIST);
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  })();
  const began = performance.now();
  try {
    const answer = await work();
    return { answer, ms: performance.now() - began, times };
  } finally {
    over = true;
    await asking;
  }
}

const p95 = (/** @type {readonly number[]} */ times) => Math.round(percentile(times, 0.95) * 10) / 10;
