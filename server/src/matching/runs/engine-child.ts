import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Rosters pass through it once, and whoever waits for a run waits for one thread: one collector, few collections. */
const FLAGS = ['--single-threaded-gc', '--max-semi-space-size=48', '--v8-pool-size=1'];
/** Has the kernel tell a process when the one that started it is gone (Linux). */
const TIED = '/usr/bin/setpriv';

/** Only one that its server's end sets going again may be made to stand: it would stand for ever otherwise, with its locks. */
export const mayStand = process.platform === 'linux' && existsSync(TIED);

/** The matching process. @param entry address of its first module */
export function forkEngine(entry: string): ChildProcess {
  const tied = { execPath: TIED, execArgv: ['--pdeathsig', 'CONT', process.execPath, ...FLAGS] };
  return fork(fileURLToPath(entry), {
    serialization: 'advanced',
    ...(mayStand ? tied : { execArgv: FLAGS }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
