// What a command needs of the terminal: to say, to complain, to ask, and to ask without showing the answer.
import { createInterface } from 'node:readline';
import { createInterface as createDialogue } from 'node:readline/promises';
import { Writable } from 'node:stream';

export interface Terminal {
  say(line: string): void;
  complain(line: string): void;
  /** The answer, without the spaces around it; empty where nobody answers. */
  ask(question: string): Promise<string>;
  /** As `ask`; nothing of the answer is shown or changed. */
  askSecret(question: string): Promise<string>;
}

const silence = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** The terminal of this process; answers may also be piped in, one a line. */
export function processTerminal(): Terminal {
  const next = process.stdin.isTTY ? undefined : pipedLines();
  const line = async (question: string, hidden: boolean): Promise<string> => {
    if (next) return next();
    process.stdout.write(question);
    const output = hidden ? silence() : process.stdout;
    const dialogue = createDialogue({ input: process.stdin, output, terminal: true });
    const answer = await dialogue.question('');
    dialogue.close();
    if (hidden) process.stdout.write('\n');
    return answer;
  };
  return {
    say: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
    ask: async (question) => (await line(question, false)).trim(),
    askSecret: (question) => line(question, true),
  };
}

function pipedLines(): () => Promise<string> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  return async () => {
    const answer: IteratorResult<string, undefined> = await lines.next();
    return answer.value ?? '';
  };
}
