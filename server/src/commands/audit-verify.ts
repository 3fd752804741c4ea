// `npm run audit:verify`: whether the audit of each agency is whole, by itself and against the anchor outside the database.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { looksLikeId } from '@tongxing/shared/kernel';
import { ENTITIES } from '../app.module.js';
import {
  DatabaseChain,
  FileAnchor,
  verifyChain,
  type ChainProblem,
  type ChainVerdict,
} from '../platform/audit-trail/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { Database } from '../platform/database/index.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { openAnchorSeal } from '../platform/open-anchor-seal.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run audit:verify
npm run audit:verify -- --agency AGENCY
AGENCY 是机构的编号。AGENCY is the id of one agency; without it, all are verified.`;

/** 0 where everything is whole, 1 where something is not, 2 where the command was not understood. Changes nothing. */
export async function auditVerify(
  args: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  clock: Clock = new SystemClock(),
): Promise<number> {
  const only = agencyOf(args);
  if (only === undefined) {
    terminal.complain(USAGE);
    return 2;
  }
  const config = readConfig(environment);
  const database = await Database.open({ url: config.databaseUrl, entities: ENTITIES, migrations: MIGRATIONS });
  try {
    return await verifyAll(only, database, config, clock, terminal);
  } finally {
    await database.close();
  }
}

async function verifyAll(
  only: string,
  database: Database,
  config: Config,
  clock: Clock,
  terminal: Terminal,
): Promise<number> {
  const seal = await openAnchorSeal(config, clock);
  const anchor = new FileAnchor(config.anchorDir, seal);
  const chain = new DatabaseChain(database);
  const known = [...new Set([...(await chain.agencies()), ...(await anchor.agencies())])].sort();
  const chosen = known.filter((agencyId) => only === '' || agencyId === only);
  if (chosen.length === 0) {
    terminal.complain(only === '' ? '还没有操作记录。There is no audit yet.' : `没有这个机构。No such agency: ${only}`);
    return only === '' ? 0 : 1;
  }
  let whole = true;
  for (const agencyId of chosen) {
    const verdict = await verifyChain(agencyId, { chain, anchor, seal, now: clock.nowIso() });
    whole &&= verdict.problems.length === 0;
    tell(verdict, terminal);
  }
  return whole ? 0 : 1;
}

function tell({ agencyId, rows, problems, anchored, gaps, restores, firstAt }: ChainVerdict, terminal: Terminal): void {
  const state = problems.length === 0 ? '完整 whole' : '不完整 NOT WHOLE';
  terminal.say(`${agencyId}  ${state}  ${rows} 条 rows${firstAt ? `, 自 since ${firstAt}` : ''}`);
  if (anchored)
    terminal.say(
      `  库外锚定到第 ${anchored.sequence} 条 anchored outside up to row ${anchored.sequence}, ${anchored.at}`,
    );
  if (gaps > 0) terminal.say(`  有 ${gaps} 次在启动时补锚 anchored late, at a start: ${gaps}`);
  for (const { sequence, at } of restores) {
    terminal.say(`  ${at} 恢复过备份，回到第 ${sequence} 条 a backup was restored: back to row ${sequence}`);
  }
  for (const problem of problems) terminal.complain(`  - ${words(problem)}`);
}

function words(problem: ChainProblem): string {
  switch (problem.code) {
    case 'LINK':
      return `第 ${problem.sequence} 条接不上前一条 row ${problem.sequence} does not follow the one before: changed, removed, put in or moved`;
    case 'HEAD':
      return `从第 ${problem.sequence} 条起与登记的末尾不符 from row ${problem.sequence} on it is not the end that was written down`;
    case 'ANCHOR':
      return `第 ${problem.sequence} 条与库外锚定的不同 row ${problem.sequence} is not what was anchored outside: cut off or written anew`;
    case 'ANCHOR_FILE':
      return `锚定文件 ${problem.file} 第 ${problem.line} 行被改过 the anchor itself was changed: ${problem.file}, line ${problem.line}`;
    case 'NOT_ANCHORED':
      return `第 ${problem.sequence} 条以后没有锚定 rows from ${problem.sequence} on are not anchored; after a crash the next start does it`;
  }
}

/** The agency that was asked for, '' for all, undefined where the words make no sense. */
function agencyOf(args: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { agency: { type: 'string' } } });
    const { agency = '' } = values;
    return agency === '' || looksLikeId(agency) ? agency : fromGlobalId('Agency', agency);
  } catch {
    return undefined;
  }
}

runCommand('audit-verify', auditVerify);
