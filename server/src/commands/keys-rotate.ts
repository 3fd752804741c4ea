// `npm run keys:rotate`: a new ring key, and every data key wrapped with it, while servers go on serving.
import 'reflect-metadata';
import { setImmediate } from 'node:timers/promises';
import { addToKeyFile, createKey, KeyFileRing, newestOf, type KeyRing } from '../platform/crypto/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { openKeyStore, rewrapAll, type KeyStore } from '../platform/keys/index.js';
import { keyFileOf, ringOf } from '../platform/keys/key-providers.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run keys:rotate
更换主密钥：生成新密钥，再用它重新包裹每个人的数据密钥。服务不用停；中断后再运行一次即可接着做。
A new ring key, and every data key wrapped with it. Servers go on serving; run it again after an interruption.`;

/** 0 where every data key is wrapped with the newest ring key, 2 where the command was not understood. */
export async function keysRotate(
  args: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  clock: Clock = new SystemClock(),
): Promise<number> {
  if (args.length > 0) {
    terminal.complain(USAGE);
    return 2;
  }
  const config = readConfig(environment);
  const store = await openKeyStore(config.keyStoreUrl);
  try {
    const ring = await ringToUse(config, store, terminal, clock);
    const { name } = newestOf(ring);
    let moved = 0;
    await rewrapAll(store, ring, async (batch) => {
      moved += batch.moved;
      await setImmediate();
    });
    const [total = 0] = [(await store.countByRingKey()).get(name)];
    terminal.say(`已重新包裹 Wrapped again: ${moved} · 现在使用 In use: ${name} · 数据密钥 Data keys: ${total}`);
    return 0;
  } finally {
    await store.close();
  }
}

/** The ring whose newest key everything is to be wrapped with. */
async function ringToUse(config: Config, store: KeyStore, terminal: Terminal, clock: Clock): Promise<KeyRing> {
  const ring = ringOf(config).current();
  const { name } = newestOf(ring);
  if (await isUnfinished(store, name)) {
    terminal.say(`继续上次未完成的更换 Going on with the rotation to ${name}.`);
    return ring;
  }
  if (config.appKeys) {
    terminal.say(`数据密钥都已由 ${name} 包裹。要更换：把下面的新密钥放在 APP_KEYS 最前面（旧的留着），重启各服务后再运行一次。
Every data key is wrapped with ${name}. To change it: put the new key below before the others in APP_KEYS, restart the servers, run this again.
${createKey(nameFor(clock))}`);
    return ring;
  }
  const file = keyFileOf(config);
  await store.exclusively(() => addToKeyFile(file, createKey(nameFor(clock))));
  return new KeyFileRing(file).current();
}

const isUnfinished = async (store: KeyStore, name: string) => (await store.wrappedByOthers(name, 1)).length > 0;

/** Its instant tells keys apart. */
const nameFor = (clock: Clock) => `k${clock.nowIso().replace(/[-:]/g, '').replace('.', '-').replace('Z', '')}`;

runCommand('keys-rotate', keysRotate);
