// `npm run match:verify -- RUN`: proves a stored run again from its stored text alone, without solving.
import 'reflect-metadata';
import { looksLikeId } from '@tongxing/shared/kernel';
import { createApp } from '../create-app.js';
import { MatchRuns } from '../matching/index.js';
import { SystemClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run match:verify -- RUN
RUN 是匹配页地址末尾的编号。RUN is the id at the end of the address of a run's page.`;

/** 0 where the run is proven, 1 where it is not, 2 where the command was not understood. */
export async function matchVerify(
  args: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const [given = '', ...more] = args;
  const id = looksLikeId(given) ? given : fromGlobalId('MatchRun', given);
  if (id === undefined || more.length > 0) {
    terminal.complain(USAGE);
    return 2;
  }
  const app = await createApp(readConfig({ ...environment, WORKERS: '0', LOG_LEVEL: 'silent' }), new SystemClock());
  try {
    return await prove(app.get(MatchRuns), id, terminal);
  } finally {
    await app.close();
  }
}

async function prove(runs: MatchRuns, id: string, terminal: Terminal): Promise<number> {
  const run = await runs.findAnywhere(id);
  if (!run) {
    terminal.complain(`没有这次匹配。There is no such run: ${id}`);
    return 1;
  }
  const verdict = await runs.verify(run);
  if (verdict.valid) {
    terminal.say(
      `已重新证明：没有更好的整体安排。Proven again: nothing better exists. ${run.objective} = ${run.bound}`,
    );
    terminal.say(`input ${run.inputHash}`);
    return 0;
  }
  terminal.complain(
    `证明不成立 The proof does not hold:\n${verdict.problems.map((problem) => `  - ${problem}`).join('\n')}`,
  );
  return 1;
}

runCommand('match-verify', matchVerify);
