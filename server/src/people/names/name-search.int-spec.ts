// Finding people by name through the API, on the engine under test: who finds nobody, and who finds whom.
import type { AgencyId, LocalDate, OfficeId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { ChildrenRepository } from '../../children/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { countStatements } from '../../testing/count-statements.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Office } from '../agencies/office.entity.js';
import { PeopleRepository } from '../people.repository.js';
import { Person } from '../person.entity.js';
import { VolunteersRepository } from '../volunteers/volunteers.repository.js';
import { NameToken } from './name-token.entity.js';
import { NameUpkeep } from './name-upkeep.js';

const SEARCH = `query ($q: String!, $kinds: [PersonKind!], $first: Int) { searchPeople(query: $q, kinds: $kinds, first: $first) {
  more people { kind id name match { from to } } } }`;
const ERASE = 'mutation ($i: ErasePersonInput!) { erasePerson(input: $i) { __typename } }';
const TODAY = '2026-11-01' as LocalDate;
const nothing = { languages: ['zh'], skills: [], freeTimes: [], places: 1 };

interface Found {
  readonly more: boolean;
  readonly people: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly match: { from: number; to: number };
  }[];
}

let platform: TestApp;
let agencyId: AgencyId;
let otherId: AgencyId;
let north: OfficeId;
let south: OfficeId;
let director: TestClient;

const inAgency = <T>(id: AgencyId, work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: id, name: 'test' }, work);
const repository = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);

async function signedIn(role: Role, office?: OfficeId): Promise<TestClient> {
  const identifier = `${role.toLowerCase().replaceAll('_', '-')}${office ? `-${office.slice(-4)}` : ''}@names.example`;
  const id = await addPerson(platform.app, agencyId, { name: '同事', roles: office ? [] : [role], identifier });
  const people = platform.app.get(PeopleRepository);
  if (office) await inAgency(agencyId, () => people.assignRole(agencyId, id, role, TODAY, office));
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return client;
}

/** Volunteers and children by name, each in an office or in the whole agency. */
async function add(
  id: AgencyId,
  kind: 'CHILD' | 'VOLUNTEER',
  names: readonly string[],
  officeId?: OfficeId,
): Promise<void> {
  await inAgency(id, async () => {
    const people = await platform.app.get(PeopleRepository).addAll(names.map((name) => ({ agencyId: id, name })));
    const own = { agencyId: id, officeId };
    if (kind === 'VOLUNTEER') {
      await platform.app.get(VolunteersRepository).addAll(people.map((personId) => ({ ...own, ...nothing, personId })));
    } else {
      const child = { ...own, languages: ['zh'], needs: [], freeTimes: [], priority: 3 };
      await platform.app.get(ChildrenRepository).addAll(
        id,
        people.map((personId) => ({ ...child, personId, identity: personId })),
      );
    }
  });
}

async function office(name: string): Promise<OfficeId> {
  const id = platform.app.get(Ids).next<OfficeId>();
  const createdAt = platform.app.get(Clock).nowIso();
  await inAgency(agencyId, () =>
    repository(Office).insert({ id, agencyId, name, areaCode: null, startsOn: '2026-01-01', endsOn: null, createdAt }),
  );
  return id;
}

const search = async (client: TestClient, q: string, more: object = {}) =>
  (await client.data<{ searchPeople: Found }>(SEARCH, { q, ...more })).searchPeople;
const names = async (client: TestClient, q: string, more: object = {}) =>
  (await search(client, q, more)).people.map(({ name }) => name);

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'names');
  otherId = await addAgency(platform.app, 'others');
  [north, south] = [await office('北'), await office('南')];
  await add(agencyId, 'CHILD', ['欧阳𬭎', '王小明', '阿卜杜·热合曼']);
  await add(agencyId, 'VOLUNTEER', ['王伟', '王伟明', '刘王伟', 'Anna Müller', '吕布', '单雄信']);
  await add(agencyId, 'VOLUNTEER', ['北方晴'], north);
  await add(agencyId, 'CHILD', ['南方雨'], south);
  await add(otherId, 'CHILD', ['欧阳𬭎']);
  await add(otherId, 'VOLUNTEER', ['别家王伟']);
  director = await signedIn('DIRECTOR');
}, 120_000);
afterAll(() => platform.stop());

describe('finding people by name is refused', () => {
  it.each(['CSR_COORDINATOR', 'DONOR', 'VOLUNTEER', 'EMPLOYEE', 'FINANCE', 'AUDITOR', 'PLATFORM_OPERATOR'] as const)(
    'to a %s, whoever is asked for',
    async (role) => {
      const client = await signedIn(role);
      for (const q of ['欧阳𬭎', 'ouyang', 'nobody']) {
        const { data, errors } = await client.graphql(SEARCH, { q });
        expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
        expect(data ?? null).toBeNull();
      }
    },
  );

  it('to whoever is not signed in', async () => {
    const { errors } = await platform.client().graphql(SEARCH, { q: 'ouyang' });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('for people of other offices, who are as if they were not there', async () => {
    const worker = await signedIn('SOCIAL_WORKER', north);
    expect(await names(worker, 'nfy')).toEqual([]);
    expect(await names(worker, 'beifangqing')).toEqual(['北方晴']);
    expect(await names(worker, 'fang')).toEqual(['北方晴']);
    expect(await names(worker, 'oyh')).toEqual(['欧阳𬭎']);
    expect(await names(await signedIn('SOCIAL_WORKER', south), 'fang')).toEqual(['南方雨']);
  });

  it('for people of another agency, whose tokens are others for the same name', async () => {
    expect(await names(director, '别家')).toEqual([]);
    const byAgency = new Map<string, Set<string>>();
    for (const { agencyId: id, token } of await repository(NameToken).find())
      byAgency.set(id, (byAgency.get(id) ?? new Set()).add(token));
    const [mine = new Set<string>(), theirs = new Set<string>()] = [byAgency.get(agencyId), byAgency.get(otherId)];
    expect(theirs.size).toBeGreaterThan(20);
    expect([...theirs].filter((token) => mine.has(token))).toEqual([]);
  });
});

describe('a social worker finds', () => {
  let worker: TestClient;
  beforeAll(async () => {
    worker = await signedIn('SOCIAL_WORKER');
  });

  it('欧阳𬭎 by pinyin, by initials and by the character, with the part that was meant', async () => {
    for (const [q, meant] of [
      ['ouyang', '欧阳'],
      ['oyh', '欧阳𬭎'],
      ['𬭎', '𬭎'],
      ['ou yang h', '欧阳𬭎'],
      ['欧阳', '欧阳'],
    ] as const) {
      const { people, more } = await search(worker, q);
      expect(people.map(({ kind, name }) => [kind, name])).toEqual([['CHILD', '欧阳𬭎']]);
      expect(people.map(({ name, match }) => name.slice(match.from, match.to))).toEqual([meant]);
      expect(more).toBe(false);
    }
  });

  it('whole names first, then beginnings, then what stands within', async () => {
    expect(await names(worker, '王伟')).toEqual(['王伟', '王伟明', '刘王伟']);
    expect(await names(worker, 'wangwei')).toEqual(['王伟', '王伟明', '刘王伟']);
    expect((await names(worker, 'w')).slice(-1)).toEqual(['刘王伟']);
  });

  it('names of several parts, by parts side by side and not by others', async () => {
    for (const q of ['阿卜杜热合曼', 'abudureheman', '卜杜·热合', 'abdrhm', '阿bd'])
      expect([q, await names(worker, q)]).toEqual([q, ['阿卜杜·热合曼']]);
    for (const q of ['阿卜热合', '热合曼阿卜', '阿db']) expect([q, await names(worker, q)]).toEqual([q, []]);
  });

  it('what is typed in several ways', async () => {
    for (const q of ['lübu', 'lvbu', 'LUBU', 'lyubu']) expect(await names(worker, q)).toEqual(['吕布']);
    for (const q of ['ann', 'muller', 'MÜLLER', 'annam']) expect(await names(worker, q)).toEqual(['Anna Müller']);
    for (const q of ['shan', 'sxx', 'shanxx']) expect(await names(worker, q)).toEqual(['单雄信']);
  });

  it('only the kinds asked for, and no more than asked for', async () => {
    expect(await names(worker, '王', { kinds: ['CHILD'] })).toEqual(['王小明']);
    expect(await search(worker, '王', { first: 2 })).toMatchObject({
      more: true,
      people: [{ name: '王伟' }, { name: '王伟明' }],
    });
    expect((await search(worker, '王', { first: 4 })).more).toBe(false);
    expect(await names(worker, '王', { kinds: [] })).toEqual([]);
  });

  it('nobody by what is no name, however strange or long', async () => {
    for (const q of [
      '',
      ' ',
      '%',
      "' OR 1=1 --",
      '\u0000',
      '王'.repeat(5_000),
      'a'.repeat(5_000),
      '𬭎'.repeat(50),
      'zhuang'.repeat(9),
    ]) {
      expect(await names(worker, q)).toEqual([]);
    }
  });

  it('the same people in the lists, with the pseudonym as a second way', async () => {
    const children =
      'query ($n: String) { children(filter: { name: $n }) { totalCount edges { node { name pseudonym } } } }';
    interface Listed {
      readonly children: {
        readonly totalCount: number;
        readonly edges: { node: { name: string; pseudonym: string } }[];
      };
    }
    const listed = await worker.data<Listed>(children, { n: 'oyh' });
    expect(listed.children).toMatchObject({ totalCount: 1, edges: [{ node: { name: '欧阳𬭎' } }] });
    const pseudonym = listed.children.edges[0]?.node.pseudonym ?? '';
    const byPseudonym = await worker.data<Listed>(children, { n: pseudonym });
    expect(byPseudonym.children.edges.map(({ node }) => node.name)).toContain('欧阳𬭎');
    const volunteers = '{ volunteers(filter: { name: "ww" }) { totalCount edges { node { name } } } }';
    const answer = await worker.data<{ volunteers: { edges: { node: { name: string } }[] } }>(volunteers);
    expect(answer.volunteers.edges.map(({ node }) => node.name)).toEqual(['王伟', '王伟明', '刘王伟']);
  });

  it('with few statements, however many there are', async () => {
    // Who asks (2), each kind's look-up and names (4), the audit row of the read with its transaction (5).
    const { statements } = await countStatements(platform.app, () => search(worker, 'wang'));
    expect(statements).toHaveLength(11);
    const proven = await countStatements(platform.app, () => search(worker, 'abudureheman'));
    expect(proven.statements.length).toBeLessThanOrEqual(11);
  });
});

describe('tokens of names', () => {
  it('go with an erased person, and do not come back when all are written again', async () => {
    const [found] = (await search(director, 'sxx')).people;
    const volunteer = await platform.app.get(VolunteersRepository).all({ agencyId, offices: 'ALL' });
    const personId = volunteer.find(({ id }) => id === fromGlobalId('Volunteer', found?.id ?? ''))?.person.id ?? '';
    expect(await repository(NameToken).countBy({ agencyId, personId })).toBeGreaterThan(10);
    const i = { personId: toGlobalId('Person', personId), reason: 'OWN_REQUEST', requestId: 'erase-1' };
    expect(await director.data(ERASE, { i })).toEqual({ erasePerson: { __typename: 'PersonErased' } });
    expect(await repository(NameToken).countBy({ agencyId, personId })).toBe(0);
    expect(await names(director, 'sxx')).toEqual([]);
    await platform.app.get(JobWorker).drain();
    await platform.app.get(NameUpkeep).indexNames('ALL');
    expect(await repository(NameToken).countBy({ agencyId, personId })).toBe(0);
    expect((await repository(Person).findOneByOrFail({ id: personId })).nameTokens).toBeNull();
  });

  it('are written for names that stand without, once', async () => {
    await inAgency(agencyId, async () => {
      await repository(NameToken).delete({ agencyId });
      await repository(Person).update({ agencyId }, { nameScheme: null, nameTokens: null });
    });
    expect(await names(director, 'oyh')).toEqual([]);
    const upkeep = platform.app.get(NameUpkeep);
    expect(await upkeep.indexNames('MISSING')).toBeGreaterThan(10);
    expect(await names(director, 'oyh')).toEqual(['欧阳𬭎']);
    expect(await upkeep.indexNames('MISSING')).toBe(0);
  });

  it('say nothing of the name to whoever has the rows', async () => {
    const rows = await repository(NameToken).find();
    expect(rows.every(({ token }) => /^[\w-]{12}$/.test(token))).toBe(true);
    expect(new Set(rows.map(({ personId, token }) => `${personId} ${token}`)).size).toBe(rows.length);
  });
});
