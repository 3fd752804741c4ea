// The large sample rosters, two thousand volunteers and a thousand children, brought in by the product's own import.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AgencyId, LoginId, Result } from '@tongxing/shared/kernel';
import { RosterImports } from '../imports/index.js';
import { Actors } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Logins } from '../platform/auth/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { TEST_PASSWORD } from './staff.js';
import type { TestApp } from './test-app.js';

const GENERATOR = resolve(import.meta.dirname, '../../../infra/samples/big.mjs');

interface Expected {
  readonly valid: number;
  readonly standings: Readonly<Record<'READY' | 'RENEWAL_DUE' | 'NOT_READY' | 'STOPPED', number>>;
}
export interface BigRosters {
  readonly volunteers: Expected;
  readonly children: Pick<Expected, 'valid'>;
}

/** Staged and imported by one of the staff, confirmed by the other; answers what there must be now. */
export async function importBigRosters({ app }: TestApp, worker: string, supervisor: string): Promise<BigRosters> {
  const { generateBig } = (await import(pathToFileURL(GENERATOR).href)) as {
    generateBig: () => Promise<{ expected: BigRosters; files: Readonly<Record<string, Buffer>> }>;
  };
  const { expected, files } = await generateBig();
  const [first, second] = [await actorOf(worker), await actorOf(supervisor)];
  const imports = app.get(RosterImports);
  for (const [kind, name] of [
    ['VOLUNTEERS', 'big-volunteers.csv'],
    ['CHILDREN', 'big-children.csv'],
  ] as const) {
    const bytes = files[name];
    if (!bytes) throw new Error(`BUG: there is no ${name}`);
    const staged = must(await imports.stage(first, { kind, name, bytes }));
    const run = must(await imports.run(first, staged.id, staged.version));
    must(await imports.confirm(second, run.id, run.version));
  }
  return expected;

  async function actorOf(identifier: string): Promise<PersonActor> {
    const { login, matches } = await app.get(Logins).check(identifier, TEST_PASSWORD);
    const actor = login && matches ? await app.get(Actors).ofLogin(login.id as LoginId, 'test') : undefined;
    if (!actor) throw new Error(`${identifier} has no role in force`);
    return actor;
  }
}

/** Proposals that somebody holds fast and nobody has decided on, as addresses name them. */
export async function heldProposals({ app }: TestApp, agencyId: AgencyId): Promise<readonly string[]> {
  const sql = "SELECT id FROM match_proposal WHERE agencyId = ? AND state = 'PROPOSED' AND heldAt IS NOT NULL";
  const rows = await app.get(Database).read<{ id: string }>(sql, [agencyId]);
  return rows.map(({ id }) => toGlobalId('MatchProposal', id));
}

function must<Value>(outcome: Result<Value, { readonly code: string }>): Value {
  if (!outcome.ok) throw new Error(`an import answered ${outcome.error.code}`);
  return outcome.value;
}
