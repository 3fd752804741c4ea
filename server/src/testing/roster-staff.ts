// An agency whose staff bring rosters: who they are, and the steps that a file takes, for the specs of the import.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from './staff.js';
import type { TestApp, TestClient } from './test-app.js';

const SAMPLES = resolve(import.meta.dirname, '../../../infra/samples');
/** A file of the sample rosters. */
export const sample = (name: string): Buffer => readFileSync(resolve(SAMPLES, name));
export const sampleJson = <T>(name: string): T => JSON.parse(sample(name).toString()) as T;

export interface Batch {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly mayConfirm: boolean;
  readonly state: string;
}
export type Outcome = Record<string, unknown> & { readonly __typename: string };
type Loaded = Batch & Record<string, unknown>;

const FIELDS = `__typename ... on ImportBatch { id version state importedCount validCount badCount duplicateCount
  importedBy confirmedBy mayConfirm } ... on UserError { code }`;
export const RUN = `mutation ($i: RunImportInput!) { outcome: runImport(input: $i) { ${FIELDS}
  ... on ImportNothingValid { badCount } ... on TransitionRefused { from to } } }`;
export const CONFIRM = `mutation ($i: ConfirmImportInput!) { outcome: confirmImport(input: $i) { ${FIELDS}
  ... on SamePersonMayNotConfirm { rule } ... on TransitionRefused { from to } ... on StaleVersion { currentVersion } } }`;
export const DISCARD = `mutation ($i: DiscardImportInput!) { outcome: discardImport(input: $i) { ${FIELDS} } }`;
const BATCH = `query ($id: ID!) { importBatch(id: $id) { __typename id version state mayConfirm validCount
  duplicateCount badCount left: rows { totalCount } valid: rows(only: VALID) { totalCount } } }`;

/** An agency of its own with signed-in staff, so that no test sees what another has imported. */
export class RosterStaff {
  private constructor(
    private readonly platform: TestApp,
    readonly agencyId: AgencyId,
    readonly worker: TestClient,
    readonly supervisor: TestClient,
    readonly volunteer: TestClient,
  ) {}

  static async of(platform: TestApp, name: string): Promise<RosterStaff> {
    const agencyId = await addAgency(platform.app, name, sampleJson('areas.json'));
    const signedIn = async (role: 'SOCIAL_WORKER' | 'SUPERVISOR' | 'VOLUNTEER', person: string) => {
      const identifier = `${role}.${name}@example.org`;
      await addPerson(platform.app, agencyId, { name: person, roles: [role], identifier });
      const client = platform.client();
      await client.signIn(identifier, TEST_PASSWORD);
      return client;
    };
    for (const supervisor of ['周敏', '何远']) {
      await addPerson(platform.app, agencyId, { name: supervisor, roles: ['SUPERVISOR'] });
    }
    return new RosterStaff(
      platform,
      agencyId,
      await signedIn('SOCIAL_WORKER', '林溪'),
      await signedIn('SUPERVISOR', '陈静'),
      await signedIn('VOLUNTEER', '许诺'),
    );
  }

  /** How many volunteers stand how today. */
  async standings(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const standing of ['READY', 'RENEWAL_DUE', 'NOT_READY', 'STOPPED']) {
      const query = `{ volunteers(first: 1, filter: { standing: ${standing} }) { totalCount } }`;
      const { volunteers } = await this.worker.data<{ volunteers: { totalCount: number } }>(query);
      counts[standing] = volunteers.totalCount;
    }
    return counts;
  }

  /** The facts of each entry of the audit of this kind. */
  async audited(action: string): Promise<Record<string, unknown>[]> {
    const where = { agencyId: this.agencyId, action };
    const events = await this.platform.app.get(Database).repository(AuditEvent).findBy(where);
    return events.map((event) => JSON.parse(event.facts) as Record<string, unknown>);
  }
}

export const step = async (client: TestClient, mutation: string, input: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i: input })).outcome;
export const load = async (client: TestClient, id: string): Promise<Loaded> =>
  (await client.data<{ importBatch: Loaded }>(BATCH, { id })).importBatch;

export async function stage(client: TestClient, kind: string, bytes: Uint8Array | string): Promise<Loaded> {
  const response = await client.fetch(`/files/rosters?kind=${kind}&name=list.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
    body: new Uint8Array(Buffer.from(bytes)),
  });
  const { batchId } = (await response.json()) as { batchId: string };
  return load(client, batchId);
}

const people = (count: number, offset: number) =>
  Array.from({ length: count }, (_, index) => `林${'甲乙丙丁'[index % 4]},${19900000000 + offset + index},1990-01-01`);
/** So many volunteers whom nobody knows; the offset makes them others. */
export const roster = (count: number, offset = 0): string =>
  `姓名,手机,出生日期,培训日期\n${people(count, offset).join('\n')}\n`;
