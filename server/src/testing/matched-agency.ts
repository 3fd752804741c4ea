// An agency whose sample rosters are imported and confirmed, with staff signed in: where the tests of matching begin.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, PeopleRepository, VolunteersRepository, type Area } from '../people/index.js';
import { allRows } from '../platform/access/index.js';
import { Logins, normaliseIdentifier } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { addAgency, addPerson, TEST_PASSWORD, testPasswordHash } from './staff.js';
import type { TestApp, TestClient } from './test-app.js';

const SAMPLES = resolve(import.meta.dirname, '../../../infra/samples');

export interface MatchedAgency {
  readonly agencyId: AgencyId;
  readonly worker: TestClient;
  readonly colleague: TestClient;
  readonly supervisor: TestClient;
  readonly director: TestClient;
}

/** Imports 180 volunteers and 89 children through the product's own doors. `name` must be ASCII and new. */
export async function matchedAgency(platform: TestApp, name: string): Promise<MatchedAgency> {
  const areas = JSON.parse(readFileSync(resolve(SAMPLES, 'areas.json'), 'utf8')) as Area[];
  const agencyId = await addAgency(platform.app, name, areas);
  const signedIn = async (role: Role, person: string) => {
    const identifier = `${person}@${name}.example`;
    const called = person === 'supervisor' ? '陈静' : person;
    await addPerson(platform.app, agencyId, { name: called, roles: [role], identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return client;
  };
  for (const supervisor of ['周敏', '何远'])
    await addPerson(platform.app, agencyId, { name: supervisor, roles: ['SUPERVISOR'] });
  const agency: MatchedAgency = {
    agencyId,
    worker: await signedIn('SOCIAL_WORKER', 'worker'),
    colleague: await signedIn('SOCIAL_WORKER', 'colleague'),
    supervisor: await signedIn('SUPERVISOR', 'supervisor'),
    director: await signedIn('DIRECTOR', 'director'),
  };
  await importAndConfirm(agency, 'VOLUNTEERS', 'volunteers.csv');
  await importAndConfirm(agency, 'CHILDREN', 'children.csv');
  return agency;
}

async function importAndConfirm({ worker, supervisor }: MatchedAgency, kind: string, file: string): Promise<void> {
  const response = await worker.fetch(`/files/rosters?kind=${kind}&name=${file}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
    body: new Uint8Array(readFileSync(resolve(SAMPLES, file))),
  });
  const { batchId } = (await response.json()) as { batchId: string };
  const step = async (client: TestClient, mutation: 'runImport' | 'confirmImport', version: number) => {
    const input = mutation === 'runImport' ? 'RunImportInput' : 'ConfirmImportInput';
    const query = `mutation ($i: ${input}!) { outcome: ${mutation}(input: $i) { __typename ... on ImportBatch { version } } }`;
    const { outcome } = await client.data<{ outcome: { __typename: string; version: number } }>(query, {
      i: { batchId, version },
    });
    if (outcome.__typename !== 'ImportBatch') throw new Error(`${mutation} answered ${outcome.__typename}`);
    return outcome.version;
  };
  await step(supervisor, 'confirmImport', await step(worker, 'runImport', 1));
}

/** Gives an imported volunteer a login and the role, and signs them in. */
export async function signInVolunteer(
  platform: TestApp,
  agencyId: AgencyId,
  personId: string,
  phone: string,
): Promise<TestClient> {
  await giveLogin(platform, agencyId, personId, phone);
  const client = platform.client();
  await client.signIn(phone, TEST_PASSWORD);
  return client;
}

/** The same for a story, where people sign in by the page: `volunteer` is the id that addresses carry. */
export async function giveVolunteerLogin(
  platform: TestApp,
  agencyId: AgencyId,
  volunteer: string,
  phone: string,
): Promise<void> {
  const id = fromGlobalId('Volunteer', volunteer) ?? '';
  const found = (await platform.app.get(VolunteersRepository).byIds(allRows(agencyId), [id])).get(id);
  if (!found) throw new Error(`no volunteer has the id ${volunteer}`);
  await giveLogin(platform, agencyId, found.person.id, phone);
}

export async function giveLogin(platform: TestApp, agencyId: AgencyId, personId: string, phone: string): Promise<void> {
  const { app } = platform;
  const passwordHash = await testPasswordHash();
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    const loginId = await app.get(Logins).create(normaliseIdentifier(phone) ?? '', passwordHash, 'zh-CN');
    await app.get(Database).manager.update('Person', { id: personId }, { loginId });
    const today = await app.get(Agencies).today(agencyId);
    await app.get(PeopleRepository).assignRole(agencyId, personId as PersonId, 'VOLUNTEER', today);
  });
}
