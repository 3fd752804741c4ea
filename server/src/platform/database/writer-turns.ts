// One writer for all threads of a process: the thread that answers requests lends its turn to another thread, and waits for
// it in its queue. Without this SQLite would make it wait inside of a statement, and nobody would be answered meanwhile.
import type { MessagePort } from 'node:worker_threads';

/** Resolves when it is one's turn to write; what it gives ends the turn. */
export type Turns = () => Promise<() => void>;

type Asked = 'TURN' | 'OVER';
const YOURS = 'YOURS';

/** Lends turns to whoever holds the other end; a thread that ends gives back what it has. */
export function lendTurns(port: MessagePort, turns: Turns): void {
  let over: (() => void) | undefined;
  let isGone = false;
  const end = () => {
    over?.();
    over = undefined;
  };
  const lend = async () => {
    const given = await turns();
    if (isGone) {
      given();
      return;
    }
    over = given;
    port.postMessage(YOURS);
  };
  port.on('message', (asked: Asked) => {
    if (asked === 'OVER') end();
    else void lend();
  });
  port.on('close', () => {
    isGone = true;
    end();
  });
  // It keeps nobody waiting who wants to stop.
  port.unref();
}

/** Turns of the thread at the other end. One at a time is asked for: the engine's own queue sees to that. */
export function borrowTurns(port: MessagePort): Turns {
  let begin: (() => void) | undefined;
  port.on('message', () => begin?.());
  port.unref();
  return async () => {
    await new Promise<void>((resolve) => {
      begin = resolve;
      port.postMessage('TURN' satisfies Asked);
    });
    return () => port.postMessage('OVER' satisfies Asked);
  };
}
