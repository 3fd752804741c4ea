import type { Terminal } from '../commands/terminal.js';

/** A terminal that nobody sits at: keeps what a command says. */
export class Paper implements Terminal {
  readonly said: string[] = [];
  readonly complained: string[] = [];

  say(line: string): void {
    this.said.push(line);
  }

  complain(line: string): void {
    this.complained.push(line);
  }

  ask(): Promise<string> {
    return Promise.resolve('');
  }

  askSecret(): Promise<string> {
    return Promise.resolve('');
  }
}
