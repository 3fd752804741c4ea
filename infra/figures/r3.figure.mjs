// @ts-check
// One volunteer with one place, fifty proposals that want it, accepted at the same moment at two servers: one is.
import { startServer } from '../lib/server.mjs';
import { openReader } from './lib/built.mjs';
import { addTown } from './lib/matched-town.mjs';
import { Client, seedStaff, within } from './lib/planted-agency.mjs';
import { Markers } from './lib/markers.mjs';

export const name = 'R3';
export const title = 'One volunteer with one place, 50 proposals accepted at the same moment at two servers';
export const target = '1 accepted, in each round; every other answer says whose place it was';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const OVERLAPPING = 50;
const ROUNDS = 3;
const VOLUNTEERS = 240;
const CHILDREN = 300;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun { id state } } }`;
const OPEN = `query ($id: ID!) { matchRun(id: $id) { proposals(first: 200, state: PROPOSED) { edges { node { id version } } } } }`;
const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename } }`;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, rounds = ROUNDS, log }) {
  const env = { NODE_ENV: 'development', DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '0', ALLOW_LIST: 'false' };
  const all = { ...env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const seeded = await seedStaff(root, all, new Markers());
  await addTown({ root, env: all, agencyId: seeded.agencyId, volunteers: VOLUNTEERS, children: CHILDREN, log });
  const options = { root, dataDir, databaseUrl, env };
  const servers = [await startServer(options), await startServer(options)];
  try {
    const worker = seeded.accounts['worker'] ?? '';
    const [first, second] = await Promise.all(servers.map(({ url }) => Client.signedIn(url, worker)));
    if (!first || !second) throw new Error('BUG: nobody signed in');
    const done = await first.data(RUN, { i: { requestId: 'r3' } });
    /** @type {{ node: { id: string, version: number } }[]} */
    const open = (await first.data(OPEN, { id: done.outcome.id })).matchRun.proposals.edges;
    const tally = { accepted: 0, other: 0, most: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const wanted = open.splice(0, OVERLAPPING).map(({ node }) => node);
      if (wanted.length < OVERLAPPING) break;
      const volunteerId = await onePlace(root, all, seeded.agencyId, wanted);
      const answers = await Promise.all(
        wanted.map(({ id, version }, i) => (i % 2 ? first : second).data(ACCEPT, { i: { proposalId: id, version } })),
      );
      const kinds = answers.map(({ outcome }) => outcome.__typename);
      const accepted = kinds.filter((kind) => kind === 'MatchProposal').length;
      tally.accepted += accepted;
      tally.most = Math.max(tally.most, accepted, await held(databaseUrl, volunteerId));
      tally.other += kinds.filter((kind) => kind !== 'MatchProposal' && kind !== 'PlaceTaken').length;
      log(`round ${round + 1}: ${accepted} of ${wanted.length} accepted`);
    }
    const each = tally.accepted === rounds && tally.most === 1;
    return [
      { part: 'accepted in a round, at most', value: tally.most, unit: 'pairs', target: '1', holds: each },
      { part: 'answers that were neither', value: tally.other, unit: 'answers', target: '0', holds: tally.other === 0 },
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/**
 * Fifty open proposals of one volunteer, who has one place.
 * @param {string} root @param {NodeJS.ProcessEnv} env @param {string} agencyId @param {readonly { id: string }[]} wanted
 * @returns {Promise<string>}
 */
async function onePlace(root, env, agencyId, wanted) {
  const plain = wanted.map(({ id }) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1] ?? '');
  return within(root, env, async ({ app, UnitOfWork, Database }) => {
    const { manager } = app.get(Database);
    let volunteerId = '';
    await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
      const rows = /** @type {{ volunteerId: string }[]} */ (
        await app.get(Database).manager.query('SELECT volunteerId FROM match_proposal WHERE id = ?', [plain[0] ?? ''])
      );
      volunteerId = rows[0]?.volunteerId ?? '';
      await app.get(Database).manager.query('UPDATE volunteer SET places = 1 WHERE id = ?', [volunteerId]);
      for (const id of plain) {
        await app
          .get(Database)
          .manager.query('UPDATE match_proposal SET volunteerId = ? WHERE id = ?', [volunteerId, id]);
      }
    });
    return manager && volunteerId;
  });
}

/** @param {string} databaseUrl @param {string} volunteerId @returns {Promise<number>} children for whom the volunteer holds a place */
async function held(databaseUrl, volunteerId) {
  const reader = await openReader(databaseUrl);
  try {
    const [row] = await reader.rows('SELECT COUNT(*) AS held FROM companionship WHERE volunteerId = ?', [volunteerId]);
    return Number(row?.held);
  } finally {
    await reader.close();
  }
}
