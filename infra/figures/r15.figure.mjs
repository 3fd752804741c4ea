// @ts-check
// The process that works the outbox, killed again and again in the middle of its work: nothing lost, nothing twice.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { signalGroup, startChild } from '../lib/process.mjs';
import { built, openReader } from './lib/built.mjs';
import { startMailbox } from './lib/mailbox.mjs';

export const name = 'R15';
export const title = 'Outbox relay killed (SIGKILL) 50 times while it writes notices and sends mail';
export const target = '0 lost, 0 double';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const KILLS = 50;
const EVENTS_A_ROUND = 6;
const PEOPLE = 5;
/** Mails that a relay takes before its end comes, so that each one dies at work. */
const MOST_MAILS_BEFORE_KILL = 4;
const LONGEST_DELAY_MS = 15;
/** The lease of the last killed relay (30 s) has to run out before another takes over its job. */
const PATIENCE_MS = 90_000;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, rounds, log }) {
  const kills = rounds ?? KILLS;
  /** @type {() => void} */
  let taken = () => undefined;
  const mailbox = await startMailbox(() => taken());
  const env = settings({ dataDir, databaseUrl, smtpUrl: mailbox.url });
  const source = await openSource(root, env);
  try {
    for (let round = 1; round <= kills; round += 1) {
      await source.publish(EVENTS_A_ROUND);
      const relay = startRelay(root, env);
      await new Promise((resolve, reject) => {
        let left = 1 + randomInt(MOST_MAILS_BEFORE_KILL);
        relay.child.once('exit', () => reject(new Error(`The relay ended by itself:\n${relay.words()}`)));
        taken = () => {
          left -= 1;
          if (left === 0) resolve(undefined);
        };
      });
      taken = () => undefined;
      // At once, while the relay has not yet heard that its mail is in; or a little later, at whatever it does then.
      if (round % 2 === 0) await new Promise((resolve) => setTimeout(resolve, randomInt(LONGEST_DELAY_MS)));
      await relay.kill();
      if (round % 10 === 0) log(`${round} of ${kills} kills, ${mailbox.mails.size} mails`);
    }
    const last = startRelay(root, env);
    await source.settled();
    await last.kill();
    return await compare(databaseUrl, mailbox.mails, source.published(), kills, log);
  } finally {
    await source.close();
    await mailbox.close();
  }
}

/** @param {{ dataDir: string, databaseUrl: string, smtpUrl: string }} given */
const settings = ({ dataDir, databaseUrl, smtpUrl }) => ({
  NODE_ENV: 'development',
  DEMO: 'false',
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'http://localhost:3000',
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  SMTP_URL: smtpUrl,
  WORKERS: '2',
});

/** @param {string} root @param {NodeJS.ProcessEnv} env */
function startRelay(root, env) {
  const child = startChild(process.execPath, [join(root, 'server/dist/bundle/worker.js')], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr?.on('data', (chunk) => (words = (words + chunk).slice(-4_000)));
  return {
    child,
    words: () => words,
    kill: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve(undefined));
        signalGroup(child, 'SIGKILL');
      }),
  };
}

/**
 * The application without workers, in this process: it publishes events as the modules do.
 * @param {string} root
 * @param {Record<string, string>} env
 */
async function openSource(root, env) {
  const { createApp } = await built(root, 'create-app.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { SystemClock } = await built(root, 'platform/clock/index.js');
  const { Logins } = await built(root, 'platform/auth/index.js');
  const { UnitOfWork } = await built(root, 'platform/database/index.js');
  const { Outbox } = await built(root, 'platform/outbox/index.js');
  const { FirstRun, PeopleRepository } = await built(root, 'people/index.js');
  const app = await createApp(readConfig({ ...env, WORKERS: '0' }), new SystemClock());
  const director = {
    agencyName: 'Figure',
    directorName: 'D',
    identifier: 'd@figure.example',
    password: 'long-enough-for-a-figure',
  };
  const made = await app.get(FirstRun).createAgency({ ...director, locale: 'en' });
  if (!made.ok) throw new Error('BUG: no agency');
  const { agencyId } = made.value;
  const actor = { kind: 'system', agencyId, name: 'figure' };
  const write = (/** @type {() => Promise<unknown>} */ work) => app.get(UnitOfWork).run(actor, work);
  /** @type {string[]} */
  const people = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    await write(async () => {
      const loginId = await app.get(Logins).create(`v${index}@figure.example`, 'no-password-opens-this', 'zh-CN');
      people.push(await app.get(PeopleRepository).add({ agencyId, name: `V${index}`, loginId }));
    });
  }
  let published = 0;
  return {
    published: () => published,
    /** @param {number} count */
    publish: async (count) => {
      for (let index = 0; index < count; index += 1) {
        const ids = { proposalId: agencyId, companionshipId: agencyId };
        const volunteerPersonId = people[published % PEOPLE];
        await write(() => app.get(Outbox).publish('ProposalAccepted', { ...ids, volunteerPersonId }));
        published += 1;
      }
    },
    settled: () => settled(env['DATABASE_URL'] ?? ''),
    close: () => app.close(),
  };
}

/** Resolves once no job is open; throws where that takes longer than any lease. @param {string} databaseUrl */
async function settled(databaseUrl) {
  const deadline = performance.now() + PATIENCE_MS;
  const reader = await openReader(databaseUrl);
  for (;;) {
    const [row] = await reader.rows("SELECT COUNT(*) AS open FROM job WHERE state IN ('READY', 'CLAIMED')");
    if (Number(row.open) === 0) break;
    if (performance.now() > deadline) throw new Error(`${row.open} jobs are still open`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await reader.close();
}

/**
 * @param {string} databaseUrl
 * @param {ReadonlyMap<string, number>} mails
 * @param {number} published
 * @param {number} kills
 * @param {(text: string) => void} log
 */
async function compare(databaseUrl, mails, published, kills, log) {
  const reader = await openReader(databaseUrl);
  const notices = await reader.rows('SELECT deliveryKey FROM notice');
  const sends = await reader.rows("SELECT id, state FROM job WHERE kind = 'message.send'");
  const dead = await reader.rows("SELECT id FROM job WHERE state = 'DEAD'");
  await reader.close();
  const wanted = new Set(sends.map(({ id }) => `<${id}@localhost>`));
  const occasions = new Set(notices.map(({ deliveryKey }) => deliveryKey));
  const lostMails = published - [...wanted].filter((id) => mails.has(id)).length;
  const strangers = [...mails.keys()].filter((id) => !wanted.has(id)).length;
  const repeats = [...mails.values()].reduce((sum, count) => sum + count - 1, 0);
  log(
    `${published} events, ${kills} kills, ${mails.size} mails in the mailbox, ${repeats} repetitions dropped by Message-ID`,
  );
  const none = (/** @type {string} */ part, /** @type {number} */ value) => ({
    part,
    value,
    unit: 'messages',
    target: '0',
    holds: value === 0,
  });
  return [
    none(
      `lost, of ${published} events over ${kills} kills`,
      Math.max(0, published - occasions.size) + lostMails + dead.length,
    ),
    none(
      'double in the database (notices, jobs)',
      notices.length - occasions.size + Math.max(0, sends.length - published),
    ),
    none('double in the mailbox', strangers),
    // What SMTP cannot avoid: the mail was taken and its sender died before it could note that. At most what each kill interrupted.
    {
      part: 'sent again under the same Message-ID',
      value: repeats,
      unit: 'mails',
      target: `≤ ${kills * 2}`,
      holds: repeats <= kills * 2,
    },
  ];
}
