// @ts-check
// Five thousand personal markers planted through the product's own doors, then searched for wherever a thief could look.
import { startServer } from '../lib/server.mjs';
import { checkSearch, findMarkers, Markers, markersIn } from './lib/markers.mjs';
import { plant, seedStaff } from './lib/planted-agency.mjs';
import { EVENTS, LISTS, MINE } from './lib/planted-questions.mjs';
import { databaseFiles, dump, filesUnder } from './lib/stolen-files.mjs';

export const name = 'R16';
export const title =
  'Personal markers planted through API and imports, then searched for as they are, in UTF-16, base64, JSON, hex';
export const target = '5,000 markers; 0 in database files, dump, logs, errors, exports for others';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const ENOUGH = 5_000;
const ERRORS = 20;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, db, dataDir, databaseUrl, databasePid, log }) {
  checkSearch();
  const markers = new Markers();
  const env = {
    NODE_ENV: 'development',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DEMO: 'false',
    ALLOW_LIST: 'false',
    WORKERS: '1',
    LOG_LEVEL: 'trace',
  };
  const seeded = await seedStaff(root, env, markers);
  /** @type {Buffer[]} */
  const logged = [];
  const server = await startServer({ root, dataDir, databaseUrl, env, onOutput: (chunk) => void logged.push(chunk) });
  const planted = await plant(root, server.url, env, seeded, markers);
  const errors = await provoke(server.url, planted.worker, markers);
  log(`${markers.count} markers planted`);
  const others = await exportsForOthers(server.url, planted);
  const seen = await seenByWorker(planted.worker);

  // While it runs: the write-ahead log is full. Then once more after a stop, which folds it in.
  const running = db === 'sqlite' ? filesUnder(dataDir) : [...filesUnder(dataDir), ...databaseFiles(databasePid)];
  const text = db === 'sqlite' ? '' : (await dump(databaseUrl)) + (await dump(`${databaseUrl}_keys`));
  await server.stop();
  const stopped = filesUnder(dataDir);
  log(`files: ${[...new Set([...running, ...stopped].map((file) => file.name))].filter(isOurs).join(', ')}`);

  const figure = (/** @type {string} */ part, /** @type {number} */ value) => ({
    part,
    value,
    unit: 'occurrences',
    target: '0',
    holds: value === 0,
  });
  const inFiles = (/** @type {readonly { name: string, bytes: Buffer }[]} */ files) =>
    files.reduce((sum, { name: file, bytes }) => sum + report(log, file, findMarkers(bytes)), 0);
  return [
    { part: 'planted', value: markers.count, unit: 'markers', target: `>= ${ENOUGH}`, holds: markers.count >= ENOUGH },
    { part: 'read by those who may', value: seen, unit: 'markers', target: '> 1000', holds: seen > 1_000 },
    figure('files while it runs', inFiles(running)),
    figure('files after it stopped', inFiles(stopped)),
    ...(db === 'sqlite' ? [] : [figure('dump', report(log, 'dump', findMarkers(Buffer.from(text))))]),
    figure('logs', report(log, 'log', findMarkers(Buffer.concat(logged)))),
    figure('error answers', report(log, 'error', findMarkers(Buffer.from(errors.join('\n'))))),
    figure('exports for others', others),
  ];
}

const isOurs = (/** @type {string} */ file) => !file.startsWith('datadir/');

/** @param {(text: string) => void} log @param {string} where @param {readonly { writing: string, text: string }[]} found */
function report(log, where, found) {
  for (const { writing, text } of found.slice(0, 3)) {
    log(`${where}: ${writing}: ${Buffer.from(text, 'latin1').toString('utf8')}`);
  }
  return found.length;
}

/** Wrong requests that carry markers, each answered with an error that should not repeat them. */
async function provoke(
  /** @type {string} */ url,
  /** @type {import('./lib/planted-agency.mjs').Client} */ worker,
  /** @type {Markers} */ markers,
) {
  const answers = [];
  const post = async (/** @type {unknown} */ body, /** @type {Record<string, string>} */ headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: worker.cookie, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    answers.push(`${JSON.stringify([...response.headers])}${await response.text()}`);
  };
  for (let index = 0; index < ERRORS; index += 1) {
    const word = () => markers.text('误');
    await post({ query: `{ volunteers(first: "${word()}") { totalCount } }` });
    await post({ query: `{ ${'volunteer'}(id: "${word()}") { name } ` });
    await post({ query: `query ($f: Int) { volunteers(first: $f) { totalCount } }`, variables: { f: word() } });
    await post({
      query: 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename ... on UserError { code message } } }',
      variables: { i: { identifier: markers.phone(), password: word() } },
    });
    await post(`{"query": "${word()}`);
    await post({
      query:
        'mutation ($i: DeclineProposalInput!) { declineProposal(input: $i) { __typename ... on UserError { code message } } }',
      variables: { i: { proposalId: word(), version: 1, reason: word() } },
    });
    for (const [path, body] of [
      ['/files/rosters?kind=VOLUNTEERS&name=x.csv', `甲,乙\n${word()},${markers.phone()}\n`],
      [`/files/rosters?kind=${encodeURIComponent(word())}&name=x.csv`, 'x'],
      [`/g/${encodeURIComponent(word())}`, undefined],
    ]) {
      const init = body === undefined ? {} : { method: 'POST', body };
      const headers = { 'content-type': 'text/csv', 'x-tongxing-client': 'web', cookie: worker.cookie };
      const response = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
      // Only what the server says by itself; the page of the client is a file.
      if (!response.headers.get('content-type')?.includes('text/html')) answers.push(await response.text());
    }
  }
  return answers;
}

/** What companions, auditors and machines are given; no child's marker, nor family's, may be among it. */
async function exportsForOthers(
  /** @type {string} */ url,
  /** @type {Awaited<ReturnType<typeof plant>>} */ { volunteers, auditor, rosters },
) {
  const ofChildren = markersIn(rosters.CHILDREN);
  const texts = [];
  for (const client of volunteers) texts.push(JSON.stringify(await client.data(MINE)));
  texts.push(JSON.stringify(await auditor.data(EVENTS)));
  for (const path of ['/metrics', '/healthz', '/readyz']) texts.push(await (await fetch(`${url}${path}`)).text());
  const found = markersIn(texts.join('\n'));
  return [...found].filter((marker) => ofChildren.has(marker)).length;
}

/** That the markers are there at all: the case team reads them. @param {import('./lib/planted-agency.mjs').Client} worker */
async function seenByWorker(worker) {
  const found = new Set();
  for (const query of [LISTS.volunteers, LISTS.children]) {
    for (let after = null; ;) {
      const { list: page } = await worker.data(query, { after });
      for (const marker of markersIn(JSON.stringify(page))) found.add(marker);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
  }
  return found.size;
}
