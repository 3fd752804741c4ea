import { pathToFileURL } from 'node:url';
import { StartRefused } from '../platform/config/index.js';
import { processTerminal, type Terminal } from './terminal.js';

export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Runs a command where its file is what Node was started with; elsewhere it is only imported. */
export function runCommand(file: string, command: Command): void {
  if (!process.argv[1] || pathToFileURL(process.argv[1]).href !== file) return;
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
