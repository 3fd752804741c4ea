// Rule 2 of security.md: a sensitive read commits its row before the data leaves; without the row, nothing leaves.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isLeafType } from 'graphql';
import { clears } from '@tongxing/shared/permissions';
import { gradedTypes, gradeOf } from '../platform/access/index.js';
import { AuditEvent, AuditHead, packId } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, notedFields } from '../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';

const LONG = 180_000;
const NAMES = '{ children(first: 50) { edges { node { id name } } } }';
const PSEUDONYMS = '{ children(first: 50) { edges { node { id pseudonym languages } } } }';
const CHILD = 'query ($id: ID!) { child(id: $id) { name birthDate } }';
const DESK = '{ volunteers(first: 50) { edges { node { id name eligibility { ready } } } } }';
const CONTACT = 'query ($id: ID!) { volunteer(id: $id) { name phone } }';

type Page<Key extends string, Node> = Record<Key, { edges: { node: Node }[] }>;

let platform: TestApp;
let agency: MatchedAgency;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'reads');
}, LONG);
afterAll(() => platform.stop());

const events = () => platform.app.get(Database).repository(AuditEvent);
const count = () => events().countBy({ agencyId: agency.agencyId });
/** The rows that came since. */
const since = (before: number) =>
  events()
    .createQueryBuilder('e')
    .where('e.agencyId = :agencyId AND e.sequence > :before', { agencyId: agency.agencyId, before })
    .orderBy('e.sequence')
    .getMany();
const firstId = async () =>
  (await agency.worker.data<Page<'children', { id: string }>>(PSEUDONYMS)).children.edges[0]?.node.id ?? '';

describe('sensitive reads', () => {
  it('shows nothing where the row cannot be written', async () => {
    const heads = () => platform.app.get(Database).repository(AuditHead);
    const system = { kind: 'system', agencyId: agency.agencyId, name: 'test' } as const;
    const { agencyId } = agency;
    const id = await firstId();
    const { sequence } = await heads().findOneByOrFail({ agencyId });
    // The next row has this number already: the chain cannot go on.
    await platform.app.get(UnitOfWork).run(system, () => heads().update({ agencyId }, { sequence: sequence - 1 }));
    for (const [query, variables] of [
      [NAMES, {}],
      [CHILD, { id }],
    ] as const) {
      const answer = await agency.worker.graphql(query, variables);
      expect(answer.data ?? null).toBeNull();
      expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['READ_NOT_RECORDED']);
    }
    expect((await agency.worker.graphql(PSEUDONYMS)).errors).toBeUndefined();
    await platform.app.get(UnitOfWork).run(system, () => heads().update({ agencyId }, { sequence }));
    expect((await agency.worker.graphql(NAMES)).errors).toBeUndefined();
  });

  it('writes nothing for what tells of nobody: pseudonyms, and the list of volunteers at the desk', async () => {
    const before = await count();
    await agency.worker.data(PSEUDONYMS);
    await agency.worker.data(DESK);
    expect(await since(before)).toEqual([]);
  });

  it('writes one row for a list of names: how many and which, no name', async () => {
    const before = await count();
    const { children } = await agency.worker.data<Page<'children', { id: string; name: string }>>(NAMES);
    const [row, ...more] = await since(before);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ action: 'child.listed', subjectType: 'Child', subjectId: null, actorKind: 'person' });
    const facts = JSON.parse(row?.facts ?? '{}') as { count: number; ids: string; fields: string };
    expect(facts).toMatchObject({ count: 50, fields: 'name' });
    const ids = children.edges.map(({ node }) => packId(fromGlobalId('Child', node.id) ?? ''));
    expect(facts.ids.split(' ').sort()).toEqual(ids.sort());
    for (const { node } of children.edges) expect(row?.facts).not.toContain(node.name);
  });

  it('writes who read one child, and how to reach one volunteer', async () => {
    const id = await firstId();
    const [volunteer] = (await agency.worker.data<Page<'volunteers', { id: string }>>(DESK)).volunteers.edges;
    const before = await count();
    await agency.supervisor.data(CHILD, { id });
    await agency.supervisor.data(CONTACT, { id: volunteer?.node.id });
    expect(await since(before)).toMatchObject([
      { action: 'child.read', subjectId: fromGlobalId('Child', id), facts: '{"fields":"birthDate name"}' },
      {
        action: 'volunteer.read',
        subjectId: fromGlobalId('Volunteer', volunteer?.node.id ?? ''),
        facts: '{"fields":"phone"}',
      },
    ]);
  });

  it('writes nothing for a child of another agency, who answers as a missing one', async () => {
    const before = await count();
    expect(await agency.worker.data(CHILD, { id: 'Q2hpbGQ6bm9uZQ' })).toEqual({ child: null });
    expect(await since(before)).toEqual([]);
  });

  it('commits the rows of many reads together, each answer behind its own', async () => {
    const id = await firstId();
    const before = await count();
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await agency.worker.data(CHILD, { id });
        expect((await since(before)).length).toBeGreaterThan(0);
      }),
    );
    expect(await since(before)).toHaveLength(40);
  });

  it('takes the note at every value of a child’s identity and above, wherever it hangs', () => {
    const { schema } = platform.app.get(GraphQLSchemaHost);
    const noted = notedFields(schema);
    expect(noted).toEqual(expect.arrayContaining(['Child.name', 'Volunteer.phone', 'Consent.guardianName']));
    const unnoted = gradedTypes(schema).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isLeafType(getNamedType(field.type)) && field.name !== 'id')
        .filter((field) => !clears('G3', gradeOf(type, field)?.grade ?? 'G6'))
        .map((field) => `${type.name}.${field.name}`)
        .filter((field) => !noted.includes(field)),
    );
    expect(unnoted).toEqual([]);
  });
});
