// `npm run match:solve -- FILE.json`: solves an assignment problem of somebody else's with the engine, and proves it.
import { readFileSync } from 'node:fs';
import { BadProblem, readAssignment, solveAssignment } from '@tongxing/shared/matching';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run match:solve -- FILE.json
FILE.json: { start, col, w, base, capR, group, capG }，见 docs/matching.md。See docs/matching.md.`;

/** 0 where it is solved and proven, 1 where the file cannot be read or solved, 2 where the command was not understood. */
export async function matchSolve(args: readonly string[], terminal: Terminal): Promise<number> {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0) {
    terminal.complain(USAGE);
    return 2;
  }
  try {
    const answer = solveAssignment(readAssignment(JSON.parse(readFileSync(path, 'utf8'))));
    terminal.say(JSON.stringify(answer));
    return answer.certificate.holds ? 0 : 1;
  } catch (failure) {
    terminal.complain(wordsFor(failure, path));
    return 1;
  }
}

function wordsFor(failure: unknown, path: string): string {
  if (failure instanceof BadProblem) return `不能计算。Cannot be solved: ${failure.code}: ${failure.message}`;
  if (failure instanceof Error && failure.name === 'SyntaxError') return `不是 JSON 文件。Not a JSON file: ${path}`;
  if (typeof failure === 'object' && failure !== null && 'code' in failure) {
    return `打不开文件。Cannot be opened: ${path} (${String(failure.code)})`;
  }
  throw failure;
}

runCommand('match-solve', matchSolve);
