// `npm run keys:export -- --out DIR`: the ring on paper, in shares of which some together open everything (ADR 0019).
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localDateIn } from '@tongxing/shared/kernel';
import { ENTITIES } from '../app.module.js';
import { BackupRefused } from '../platform/backup/index.js';
import { Ids, SystemClock, type Clock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import type { KeyRing } from '../platform/crypto/index.js';
import {
  GENERATION_BYTES,
  generationOf,
  joinSheets,
  KeyExport,
  MOST_SHARES,
  readSheet,
  ringText,
  ringToBytes,
  sheetPage,
  split,
} from '../platform/custody/index.js';
import { Database } from '../platform/database/index.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';
import type { Environment } from './backup.js';
import { refusable, standingRing } from './backup-settings.js';
import { agenciesOf, noteInAudits, requireCurrentDatabase } from './operator-database.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run keys:export -- --out FOLDER [--shares 5] [--threshold 3]
把主密钥分成几份，打印出来由几个人分别保管；凑够门槛数才能合成，少一份也看不出任何内容。
Puts the ring on paper in shares for several keepers: any THRESHOLD of them open everything, fewer tell nothing.
2 <= THRESHOLD <= SHARES <= ${MOST_SHARES}`;

interface Asked {
  readonly folder: string;
  readonly shares: number;
  readonly threshold: number;
}

/** 0 where the sheets stand and were read back, 1 where it was refused, 2 where the command was not understood. */
export function keysExport(
  args: readonly string[],
  terminal: Terminal,
  environment: Environment = process.env,
  clock: Clock = new SystemClock(),
): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    terminal.complain(USAGE);
    return Promise.resolve(2);
  }
  const config = readConfig(environment);
  return refusable(terminal, () => run(asked, config, clock, terminal));
}

function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const options = { out: { type: 'string' }, shares: { type: 'string' }, threshold: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const [shares, threshold] = [Number(values.shares ?? 5), Number(values.threshold ?? 3)];
    const fits = Number.isInteger(shares) && Number.isInteger(threshold) && threshold >= 2 && threshold <= shares;
    if (values.out === undefined || !fits || shares > MOST_SHARES) return undefined;
    return { folder: resolve(values.out), shares, threshold };
  } catch {
    return undefined;
  }
}

async function run(asked: Asked, config: Config, clock: Clock, terminal: Terminal): Promise<number> {
  const { folder, shares, threshold } = asked;
  const ring = standingRing(config);
  await requireCurrentDatabase(config);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new BackupRefused(`${folder} 里已有东西，请换一个空文件夹。It is not empty: name a new folder.`);
  }
  const generation = generationOf(randomBytes(GENERATION_BYTES));
  const ringKeys = ring.keys.map(({ name }) => name);
  const facts = { ...(await ownerOf(config, clock)), ringKeys };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  for (const share of split(ringToBytes(ring), { shares, threshold, random: randomBytes })) {
    const file = join(folder, `tongxing-key-share-${generation}-${share.index}-of-${shares}.html`);
    const page = await sheetPage({ ...share, generation, threshold, shares }, facts);
    writeFileSync(file, page, { mode: 0o600, flag: 'wx', flush: true });
    files.push(file);
  }
  readBack(files, threshold, ring);
  const row = {
    id: new Ids().next<never>() as string,
    generation,
    shares,
    threshold,
    ringKeys,
    exportedAt: clock.nowIso(),
  };
  await noteInAudits(config, clock, {
    action: 'keys.exported',
    facts: { generation, shares, threshold },
    write: async (database) => void (await database.repository(KeyExport).insert(row)),
  });
  tell(asked, generation, files, terminal);
  return 0;
}

/** Whose keys they are, and the day where they are. */
async function ownerOf({ databaseUrl: url }: Config, clock: Clock): Promise<{ owner: string; on: string }> {
  const database = await Database.open({ url, entities: ENTITIES, migrations: MIGRATIONS });
  try {
    const agencies = await agenciesOf(database);
    const on = localDateIn(clock.now(), agencies[0]?.timeZone ?? 'Asia/Shanghai');
    return { owner: agencies.map(({ name }) => name).join('、') || '同行 Tongxing', on };
  } finally {
    await database.close();
  }
}

/** Sheets that do not give the ring back are better known now: the first and the last ones are put together again. */
function readBack(files: readonly string[], threshold: number, ring: KeyRing): void {
  const sheets = files.map((file) => ({ ...readSheet(readFileSync(file, 'utf8'), file), name: file }));
  for (const some of [sheets.slice(0, threshold), sheets.slice(-threshold)]) {
    if (ringText(joinSheets(some).ring) !== ringText(ring))
      throw new Error('BUG: the sheets do not give the ring back');
  }
}

function tell({ folder, shares, threshold }: Asked, generation: string, files: readonly string[], terminal: Terminal) {
  terminal.say(
    `已分成 ${shares} 份，任意 ${threshold} 份可合成 In ${shares} shares, any ${threshold} of which open: ${folder}`,
  );
  terminal.say(`批次 Generation: ${generation} · 已读回核对 read back`);
  for (const file of files) terminal.say(`  ${file}`);
  terminal.say('请逐份打印、密封、交给不同的人，然后删除这个文件夹。上一批分片请收回销毁。');
  terminal.say(
    'Print each, seal it, give it to different people, then delete the folder. Collect and destroy older shares.',
  );
}

runCommand('keys-export', keysExport);
