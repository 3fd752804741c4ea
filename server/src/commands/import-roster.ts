// `npm run import -- volunteers FILE --dry-run`: what an import would say of a file, without a database and without names.
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { FILE_WORDS, isWarning, PROBLEM_WORDS, readRoster, WorkbookEngine, type RosterKind } from '../imports/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run import -- volunteers|children|staff|activities|teams FILE [--sheet NAME] --dry-run
只检查文件，不写入任何内容。正式导入请登录后在“名单导入”页面进行，并由另一人确认。
It only checks a file. Rosters are taken in on the import page, by somebody signed in, and confirmed by a second person.`;
const KINDS = new Map<string, RosterKind>([
  ['volunteers', 'VOLUNTEERS'],
  ['children', 'CHILDREN'],
  ['staff', 'STAFF'],
  ['activities', 'ACTIVITIES'],
  ['teams', 'TEAMS'],
]);
const TIME_ZONE = 'Asia/Shanghai';

/** 0 where the file can be read, 1 where it cannot, 2 where the command was not understood. */
export async function importRoster(
  args: readonly string[],
  terminal: Terminal,
  clock: Clock = new SystemClock(),
): Promise<number> {
  const asked = readArgs(args);
  if (!asked) {
    terminal.complain(USAGE);
    return 2;
  }
  const bytes = await readFile(asked.file).catch(() => undefined);
  if (!bytes) {
    terminal.complain(`无法打开文件 The file cannot be opened: ${asked.file}`);
    return 1;
  }
  // Areas, supervisors, venues and colleagues are the agency's own; they are compared when the file is imported.
  const context = { today: clock.today(TIME_ZONE), areas: [] };
  const readWorkbook = new WorkbookEngine().read;
  const { sheet } = asked;
  const roster = await readRoster(asked.kind, bytes, context, { letOthersRun: setImmediate, readWorkbook, sheet });
  if (!roster.ok) {
    const { code, ...facts } = roster.error;
    const details = Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`);
    terminal.complain([FILE_WORDS[code].zh, FILE_WORDS[code].en, ...details].join(' · '));
    return 1;
  }
  const { encoding, counts, rows } = roster.value;
  terminal.say(`${basename(asked.file)} · ${encoding} · ${counts.rows} 行 rows`);
  terminal.say(`可导入 good: ${counts.valid} · 需修改 to mend: ${counts.bad} · 重复 twice: ${counts.duplicate}`);
  for (const { line, cells } of rows) {
    for (const { header, problem } of cells) {
      if (!problem || isWarning(problem)) continue;
      const { zh, en } = PROBLEM_WORDS[problem];
      terminal.say(`  第 ${line} 行 line ${line} · ${header || '—'}: ${zh} ${en}`);
    }
  }
  return 0;
}

function readArgs(args: readonly string[]): { kind: RosterKind; file: string; sheet?: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean', default: false }, sheet: { type: 'string' } },
      allowPositionals: true,
    });
    const [word, file, ...more] = positionals;
    const kind = KINDS.get(word ?? '');
    return kind && file && more.length === 0 && values['dry-run'] ? { kind, file, sheet: values.sheet } : undefined;
  } catch {
    return undefined;
  }
}

runCommand('import-roster', importRoster);
