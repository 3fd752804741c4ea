// `npm run keys:import`: puts the ring together again from shares on paper, typed or in files (ADR 0019).
import 'reflect-metadata';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupRefused } from '../platform/backup/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { parseKeyRing, type KeyRing } from '../platform/crypto/index.js';
import {
  joinSheets,
  lineCount,
  readLine,
  readSheet,
  requireTogether,
  ringText,
  type NamedSheet,
} from '../platform/custody/index.js';
import { openKeyStore } from '../platform/keys/index.js';
import { keyFileOf } from '../platform/keys/key-providers.js';
import type { Environment } from './backup.js';
import { refusable } from './backup-settings.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run keys:import                    逐份输入，凑够门槛数为止 asks for the shares, one after the other
npm run keys:import -- FILE FILE FILE  从文件读取（打印的页面，或抄下的各行）from files: the pages, or their lines as text
  --check       只核对：合得成吗，和现在用的一样吗 only checks whether they open what is in use; writes nothing
  --out FILE    写成 APP_KEYS=… 的一行 writes a line APP_KEYS=… for the settings of a server
不带 --out 时写到 DATA_DIR/keys/app.key，从不覆盖。Without --out into DATA_DIR/keys/app.key; nothing is ever overwritten.`;

interface Asked {
  readonly files: readonly string[];
  readonly check: boolean;
  readonly out?: string | undefined;
}

/** 0 where the ring is back and opens the key store that is there, 1 where not, 2 where the command was not understood. */
export function keysImport(
  args: readonly string[],
  terminal: Terminal,
  environment: Environment = process.env,
): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    terminal.complain(USAGE);
    return Promise.resolve(2);
  }
  const config = readConfig(environment);
  return refusable(terminal, () => run(asked, config, terminal));
}

function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const options = { check: { type: 'boolean' }, out: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.check && values.out !== undefined) return undefined;
    return { files: positionals.map((file) => resolve(file)), check: values.check ?? false, out: values.out };
  } catch {
    return undefined;
  }
}

async function run({ files, check, out }: Asked, config: Config, terminal: Terminal): Promise<number> {
  const sheets = files.length > 0 ? files.map(sheetIn) : await typedSheets(terminal);
  const { ring, generation } = joinSheets(sheets);
  const names = ring.keys.map(({ name }) => name).join(', ');
  terminal.say(`合成了 ${generation} 这一批的密钥 The ring of generation ${generation} is together: ${names}`);
  if (!check) putBack(ring, config, out, terminal);
  const current = standing(config);
  const same = !check || compare(ring, current, terminal);
  return (await opensStore(ring, config, terminal)) && same ? 0 : 1;
}

function sheetIn(file: string): NamedSheet {
  const name = basename(file);
  if (!existsSync(file)) throw new BackupRefused(`找不到 ${file}。There is no such file.`);
  return { ...readSheet(readFileSync(file, 'utf8'), name), name };
}

/** Asks line by line, and again at once where one is wrong: the keeper still has the paper in hand. */
async function typedSheets(terminal: Terminal): Promise<NamedSheet[]> {
  const sheets: NamedSheet[] = [];
  for (let needed = 1; sheets.length < needed;) {
    const name = `第 ${sheets.length + 1} 份 Share ${sheets.length + 1}`;
    terminal.say(`${name}：请逐行输入，连同行号和末尾的校验码 type its lines, with their numbers and checks`);
    const sheet = { ...readSheet((await typedLines(terminal)).join('\n'), name), name };
    requireTogether([...sheets, sheet]);
    sheets.push(sheet);
    needed = sheet.threshold;
    terminal.say(`好 Right: ${sheet.index}/${sheet.shares}, ${sheets.length} / ${needed}`);
  }
  return sheets;
}

async function typedLines(terminal: Terminal): Promise<string[]> {
  const lines: string[] = [];
  for (let expected = 1; lines.length < expected;) {
    const number = lines.length + 1;
    const line = await terminal.ask(`${String(number).padStart(2, '0')}> `);
    if (line === '') throw new BackupRefused('输入中断，什么也没有写。Broken off: nothing was written.');
    const read = readLine(line) ?? readLine(`${number} ${line}`);
    if (read?.number !== number) {
      terminal.complain(`这一行有字不对，请再输入一次 Line ${number} is not right: once more, please`);
      continue;
    }
    lines.push(`${number} ${line.replace(/^\s*\d{1,2}[\s:.)]+/u, '')}`);
    if (number === 1) expected = lineCount(read.bytes);
  }
  return lines;
}

/** The ring in use here, if there is one. */
function standing(config: Config): KeyRing | undefined {
  const file = keyFileOf(config);
  if (config.appKeys) return parseKeyRing(config.appKeys);
  return existsSync(file) ? parseKeyRing(readFileSync(file, 'utf8').trim()) : undefined;
}

function putBack(ring: KeyRing, config: Config, out: string | undefined, terminal: Terminal): void {
  if (out !== undefined) {
    writeNew(resolve(out), `APP_KEYS=${ringText(ring)}\n`);
    terminal.say(
      `已写入 Written: ${resolve(out)}（只有您能读；放进服务器的设置后请删除 readable by you alone; delete it once it is in the settings）`,
    );
    return;
  }
  const current = standing(config);
  const file = keyFileOf(config);
  if (!current) {
    writeNew(file, ringText(ring));
    terminal.say(`已放回 Put back: ${file}`);
    return;
  }
  if (ringText(current) === ringText(ring)) {
    terminal.say('这里用的就是这套密钥。It is the ring in use here; nothing had to be written.');
    return;
  }
  throw new BackupRefused(
    `这里已有另一套密钥（${config.appKeys ? 'APP_KEYS' : file}），从不覆盖。Another ring stands here, and nothing is overwritten: name a new DATA_DIR, or use --out FILE.`,
  );
}

function compare(ring: KeyRing, current: KeyRing | undefined, terminal: Terminal): boolean {
  if (!current) {
    terminal.complain('这里没有正在用的密钥可以对照。There is no ring here to compare it with.');
    return false;
  }
  const held = new Set(ring.keys.map(({ name, key }) => `${name}:${key.toString('base64')}`));
  const missing = current.keys.filter(({ name, key }) => !held.has(`${name}:${key.toString('base64')}`));
  if (missing.length === 0) {
    terminal.say('与正在用的密钥一致。They open everything that is in use here.');
    return true;
  }
  const names = missing.map(({ name }) => name).join(', ');
  terminal.complain(
    `正在用的密钥比分片新（${names}），请重新导出。The ring has keys that are not in these shares (${names}): export anew.`,
  );
  return false;
}

/** Whether every data key that is here is wrapped by a key of this ring. */
async function opensStore(ring: KeyRing, { keyStoreUrl }: Config, terminal: Terminal): Promise<boolean> {
  const SQLITE = 'sqlite:';
  if (keyStoreUrl.startsWith(SQLITE) && !existsSync(keyStoreUrl.slice(SQLITE.length))) return true;
  const store = await openKeyStore(keyStoreUrl);
  try {
    const known = new Set(ring.keys.map(({ name }) => name));
    const closed = [...(await store.countByRingKey())].filter(([name]) => !known.has(name));
    if (closed.length === 0) return true;
    const amount = closed.reduce((sum, [, total]) => sum + total, 0);
    terminal.complain(
      `有 ${amount} 把数据密钥是用更新的主密钥包裹的（${closed.map(([name]) => name).join(', ')}），这些分片打不开。${amount} data keys are wrapped with a newer ring key: use newer shares, or a key backup from before.`,
    );
    return false;
  } finally {
    await store.close();
  }
}

function writeNew(file: string, content: string): void {
  if (existsSync(file)) throw new BackupRefused(`${file} 已经存在，从不覆盖。It exists; nothing is overwritten.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

runCommand('keys-import', (args, terminal) => keysImport(args, terminal));
