// An agency with two offices and its staff signed in, where children can be added as a roster leaves them.
import type { AgencyId, LocalDate, OfficeId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Child, ChildrenRepository } from '../children/index.js';
import { Office, PeopleRepository } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from './staff.js';
import type { TestApp, TestClient } from './test-app.js';

const FAMILY = `id number familyForm size originProvince note version contactOpen
  members { memberId name phone childId relation education isGuardian isCaregiver since until }
  events { kind happenedOn note } needs { domain priority since until } addresses { area address since until }`;
const SAVED = `__typename ... on Household { ${FAMILY} } ... on InvalidInput { fields { field code } }
  ... on StaleVersion { currentVersion }`;
const ONE = `query ($id: ID!) { household(id: $id) { ${FAMILY} } }`;

export interface Family {
  readonly __typename: string;
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly contactOpen: boolean;
  readonly members: readonly Readonly<Record<string, string | boolean | null>>[];
  readonly events: readonly object[];
  readonly needs: readonly object[];
  readonly addresses: readonly { readonly address: string | null }[];
  readonly fields?: readonly object[];
}
export interface Guardian {
  readonly name: string;
  readonly phone?: string;
  readonly relation?: string;
}

export class FamilyAgency {
  readonly #children = new Map<string, string>();

  private constructor(
    private readonly platform: TestApp,
    readonly agencyId: AgencyId,
    readonly north: OfficeId,
    readonly south: OfficeId,
    readonly worker: TestClient,
    readonly northern: TestClient,
    readonly director: TestClient,
    readonly stranger: TestClient,
    readonly outsiders: readonly (readonly [Role, TestClient])[],
  ) {}

  static async open(platform: TestApp): Promise<FamilyAgency> {
    const { app } = platform;
    const areas = ['A', 'B'].map((code) => ({ code, name: `${code}区`, nameEn: code, x: 0, y: 0 }));
    const agencyId = await addAgency(app, 'families', areas);
    const [north, south] = [app.get(Ids).next<OfficeId>(), app.get(Ids).next<OfficeId>()];
    const office = { agencyId, areaCode: null, startsOn: '2026-01-01', endsOn: null };
    const createdAt = app.get(Clock).nowIso();
    const offices = [
      { ...office, createdAt, id: north, name: '北站' },
      { ...office, createdAt, id: south, name: '南站' },
    ];
    await write(platform, agencyId, () => app.get(Database).repository(Office).insert(offices));
    const signedIn = async (agency: AgencyId, role: Role, identifier: string) => {
      await addPerson(app, agency, { name: role, roles: [role], identifier });
      return signIn(platform, identifier);
    };
    const bound = await addPerson(app, agencyId, { name: '北站社工', roles: [], identifier: 'north@families.example' });
    await write(platform, agencyId, () =>
      app.get(PeopleRepository).assignRole(agencyId, bound, 'SOCIAL_WORKER', '2026-01-01' as LocalDate, north),
    );
    const outsiders: [Role, TestClient][] = [];
    for (const role of ['VOLUNTEER', 'CSR_COORDINATOR', 'DONOR', 'FINANCE', 'ARCHIVIST', 'AUDITOR'] as const) {
      const identifier = `${role.toLowerCase().replace('_', '-')}@families.example`;
      outsiders.push([role, await signedIn(agencyId, role, identifier)]);
    }
    return new FamilyAgency(
      platform,
      agencyId,
      north,
      south,
      await signedIn(agencyId, 'SOCIAL_WORKER', 'worker@families.example'),
      await signIn(platform, 'north@families.example'),
      await signedIn(agencyId, 'DIRECTOR', 'director@families.example'),
      await signedIn(await addAgency(app, 'elsewhere'), 'SOCIAL_WORKER', 'worker@elsewhere.example'),
      outsiders,
    );
  }

  write<T>(work: () => Promise<T>): Promise<T> {
    return write(this.platform, this.agencyId, work);
  }

  /** A child as a roster leaves one, with a guardian in the own file; returns the opaque id. */
  async addChild(name: string, guardian?: Guardian, officeId?: OfficeId): Promise<string> {
    const { agencyId } = this;
    const { app } = this.platform;
    const id = await this.write(async () => {
      const birthDate = '2016-06-01' as LocalDate;
      const personId = await app.get(PeopleRepository).add({ agencyId, name, gender: 'FEMALE', birthDate });
      const nothing = { languages: ['zh'], needs: ['STUDY'], freeTimes: [], priority: 3, identity: name };
      const child = { ...nothing, agencyId, personId, guardian, areaCode: 'A', school: '河边小学', officeId };
      return (await app.get(ChildrenRepository).addAll(agencyId, [child]))[0] ?? '';
    });
    this.#children.set(name, toGlobalId('Child', id));
    return toGlobalId('Child', id);
  }

  childId(name: string): string {
    return this.#children.get(name) ?? '';
  }

  /** One of the mutations of households, by its name. */
  async save(client: TestClient, name: string, i: object): Promise<Family> {
    return (await client.data<{ outcome: Family }>(this.mutation(name), { i })).outcome;
  }

  mutation(name: string): string {
    const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    return `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ${SAVED} } }`;
  }

  async familyOf(client: TestClient, id: string): Promise<Family | null> {
    return (await client.data<{ household: Family | null }>(ONE, { id })).household;
  }

  /** The household in which a child lives now. */
  async homeOf(name: string): Promise<string> {
    const id = fromGlobalId('Child', this.childId(name)) ?? '';
    const row = await this.platform.app.get(Database).repository(Child).findOneByOrFail({ id });
    return toGlobalId('Household', row.householdId ?? '');
  }
}

async function signIn(platform: TestApp, identifier: string): Promise<TestClient> {
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
}

function write<T>({ app }: TestApp, agencyId: AgencyId, work: () => Promise<T>): Promise<T> {
  return app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
}
