// One writer for a server and the process beside it: the server lends its turn, and the other waits for it in the server's
// queue. Without this SQLite would make one of them wait inside of a statement, and nobody would be answered meanwhile.

/** Resolves when it is one's turn to write; what it gives ends the turn. */
export type Turns = () => Promise<() => void>;

export type TurnWord = 'TURN' | 'YOURS' | 'OVER';

/** One end of the line between the two. */
export interface TurnLine {
  readonly say: (word: TurnWord) => void;
  readonly hear: (listener: (word: TurnWord) => void) => void;
}

/** Lends turns to whoever is at the other end; what it gives takes back the turn of one that is gone. */
export function lendTurns({ say, hear }: TurnLine, turns: Turns): () => void {
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
    say('YOURS');
  };
  hear((word) => {
    if (word === 'OVER') end();
    if (word === 'TURN') void lend();
  });
  return () => {
    isGone = true;
    end();
  };
}

/** Turns of the other end. One at a time is asked for: the engine's own queue sees to that. */
export function borrowTurns({ say, hear }: TurnLine): Turns {
  let begin: (() => void) | undefined;
  hear((word) => {
    if (word === 'YOURS') begin?.();
  });
  return async () => {
    await new Promise<void>((resolve) => {
      begin = resolve;
      say('TURN');
    });
    return () => say('OVER');
  };
}
