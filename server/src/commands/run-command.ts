import { basename } from 'node:path';
import { StartRefused } from '../platform/config/index.js';
import { processTerminal, type Terminal } from './terminal.js';

export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/**
 * Runs a command where a file of its name is what Node was started with; elsewhere it is only imported. By name and not by
 * place: the bundler may put what two commands share, one of them included, into a file of its own.
 */
export function runCommand(name: string, command: Command): void {
  if (basename(process.argv[1] ?? '', '.js') !== name) return;
  const terminal = processTerminal();
  command(process.argv.slice(2), terminal).then(
    (code) => process.exit(code),
    (error: unknown) => {
      terminal.complain(
        error instanceof StartRefused ? error.message : String(error instanceof Error ? error.stack : error),
      );
      process.exit(1);
    },
  );
}
