// A rotation beside a platform that is used: people are added, read and erased by it meanwhile, and nobody is turned away.
import type { PersonId } from '@tongxing/shared/kernel';
import { Ids } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { Cipher, newestOf } from '../platform/crypto/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { openKeyStore, rewrapAll } from '../platform/keys/index.js';
import { ringOf } from '../platform/keys/key-providers.js';
import { JobWorker } from '../platform/outbox/index.js';
import { FamilyAgency } from '../testing/family-agency.js';
import { addPerson } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { keysRotate } from './keys-rotate.js';
import type { Terminal } from './terminal.js';

const LONG = 600_000;
const BEFORE = 20;
/** More than a batch of the rotation, so that it takes several. */
const CROWD = 2_500;
const CHILD = 'query ($id: ID!) { child(id: $id) { name } }';
const ERASE = `mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }`;
const unasked = () => Promise.resolve('');
const NOBODY: Terminal = { say: () => undefined, complain: () => undefined, ask: unasked, askSecret: unasked };

let platform: TestApp;
let agency: FamilyAgency;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  for (let at = 0; at < BEFORE; at += 1) await agency.addChild(nameOf(at));
}, LONG);
afterAll(() => platform.stop());

const nameOf = (at: number) => `童${at}`;
const read = async (name: string) =>
  (await agency.worker.data<{ child: { name: string } | null }>(CHILD, { id: agency.childId(name) })).child?.name;

it(
  'turns no writer, no reader and no erasure away, and every key stands under the new one afterwards',
  async () => {
    const { app, environment } = platform;
    const crowd = Array.from({ length: CROWD }, () => app.get(Ids).next<PersonId>());
    await agency.write(() => app.get(Cipher).ensureKeys(agency.agencyId, crowd));
    const leaving = await Promise.all(
      [0, 1, 2, 3].map((at) => addPerson(app, agency.agencyId, { name: `走了${at}`, roles: ['VOLUNTEER'] })),
    );
    const before = newestOf(ringOf(readConfig(environment)).current()).name;

    let over = false;
    const late: string[] = [];
    const erased: string[] = [];
    const writing = (async () => {
      do {
        const name = nameOf(BEFORE + late.length);
        await agency.addChild(name);
        late.push(name);
        expect(await read(name)).toBe(name);
        expect(await read(nameOf(late.length % BEFORE))).toBe(nameOf(late.length % BEFORE));
        const personId = leaving[erased.length];
        if (personId === undefined) continue;
        const i = {
          personId: toGlobalId('Person', personId),
          reason: 'OWN_REQUEST',
          requestId: `erase-${erased.length}`,
        };
        const { outcome } = await agency.director.data<{ outcome: object }>(ERASE, { i });
        expect(outcome).toEqual({ __typename: 'PersonErased' });
        // The job that destroys the keys, as a worker beside the server does it.
        await app.get(JobWorker).drain();
        erased.push(personId);
      } while (!over);
    })();
    const codes = [await keysRotate([], NOBODY, environment), await keysRotate([], NOBODY, environment)];
    over = true;
    await writing;
    expect(codes).toEqual([0, 0]);

    // A key made by a process that had not read the new ring yet is taken along by the next pass.
    const ring = ringOf(readConfig(environment)).current();
    const store = await openKeyStore(readConfig(environment).keyStoreUrl);
    try {
      await rewrapAll(store, ring);
      const { name } = newestOf(ring);
      expect(name).not.toBe(before);
      const counted = Object.fromEntries(await store.countByRingKey());
      expect(Object.keys(counted)).toEqual([name]);
      expect(counted[name]).toBeGreaterThanOrEqual(CROWD + BEFORE + late.length);
      // What an erasure destroyed meanwhile was not wrapped back to life.
      const dead = await store.get(erased);
      expect(dead.map(({ wrapped }) => wrapped)).toEqual(erased.map(() => null));
    } finally {
      await store.close();
    }
    for (const name of [...late, nameOf(0), nameOf(BEFORE - 1)]) expect(await read(name)).toBe(name);
  },
  LONG,
);
