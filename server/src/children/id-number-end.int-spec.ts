// The end of a child's identity number, on the engine under test: who gets none, what is never told, and what is written down.
import { PeopleRepository } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { ListWorld } from '../testing/list-world.js';
import { addChildRecord } from '../testing/staff.js';

const LONG = 120_000;
const NUMBER = '11010520160601402X';
const QUERY = 'query ($id: ID!) { child(id: $id) { idNumberEnd } }';

let world: ListWorld;
let id: string;
beforeAll(async () => {
  world = await ListWorld.start();
  const { app } = world.platform;
  const child = { agencyId: world.agencyId, name: '童一号', idNumber: NUMBER };
  const personId = await world.inAgency(() => app.get(PeopleRepository).add(child));
  await addChildRecord(app, world.agencyId, personId);
  const [row] = await world.read<{ id: string }>('SELECT id FROM child WHERE personId = ?', [personId]);
  id = toGlobalId('Child', row?.id ?? '');
}, LONG);
afterAll(() => world.platform.stop());

const ask = (who: string, of = id) =>
  world.ask<{ child: { idNumberEnd: string | null } | null }>(who, QUERY, { id: of });

it.each(['volunteer', 'donor', 'auditor', 'archivist', 'coordinator'])('is nothing to a %s', async (who) => {
  const answer = await ask(who);
  expect(answer.data?.child ?? null).toBeNull();
  expect(JSON.stringify(answer)).not.toContain('402X');
});

it('is nothing to another agency, and nothing of a child without a number', async () => {
  expect((await ask('stranger')).data).toEqual({ child: null });
  expect((await ask('worker', world.childId(1))).data).toEqual({ child: { idNumberEnd: null } });
});

it('is the last four to the case team, and the audit remembers who read it', async () => {
  const answer = await ask('worker');
  expect(answer.data).toEqual({ child: { idNumberEnd: '402X' } });
  expect(JSON.stringify(answer)).not.toContain(NUMBER);
  const where = { agencyId: world.agencyId, action: 'child.read' };
  const rows = await world.platform.app.get(Database).repository(AuditEvent).findBy(where);
  expect(rows.map(({ facts }) => facts)).toContain('{"fields":"idNumberEnd"}');
});
