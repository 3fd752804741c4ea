// People with logins for a test, made by the same repositories that the application uses.
import type { NestExpressApplication } from '@nestjs/platform-express';
import { hash } from '@node-rs/argon2';
import type { AgencyId, LoginId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { ChildrenRepository } from '../children/index.js';
import {
  Actors,
  Agencies,
  Agency,
  AgencySettings,
  Areas,
  FirstRun,
  PeopleRepository,
  VolunteersRepository,
  type Area,
} from '../people/index.js';
import { Logins, normaliseIdentifier } from '../platform/auth/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';

export const TEST_PASSWORD = 'a-long-test-password';
const TIME_ZONE = 'Asia/Shanghai';

let passwordHash: Promise<string> | undefined;

/**
 * Of `TEST_PASSWORD`, as cheap as Argon2 can be: a hash says itself how dear it is to check, and tests sign in hundreds of
 * times. What the platform's own hashes cost is held by passwords.spec.ts.
 */
export function testPasswordHash(): Promise<string> {
  passwordHash ??= hash(TEST_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  return passwordHash;
}

/** The platform's first agency with its director, as the first-run page makes them; the director has `TEST_PASSWORD`. */
export async function firstAgency(
  app: NestExpressApplication,
  agency: { readonly name: string; readonly director: string; readonly identifier: string },
  areas: readonly Area[] = [],
): Promise<AgencyId> {
  const { name: agencyName, director: directorName, identifier } = agency;
  const input = { agencyName, directorName, identifier, password: TEST_PASSWORD, locale: 'zh-CN' } as const;
  const made = await app.get(FirstRun).createAgency(input);
  if (!made.ok) throw new Error(`the first agency was refused: ${made.error.code}`);
  const { agencyId } = made.value;
  await inAgency(app, agencyId, () => app.get(Areas).addAll(agencyId, areas));
  return agencyId;
}

/** An agency beside any other: what the first-run page refuses to make a second time. */
export async function addAgency(
  app: NestExpressApplication,
  name: string,
  areas: readonly Area[] = [],
): Promise<AgencyId> {
  const id = app.get(Ids).next<AgencyId>();
  const createdAt = app.get(Clock).nowIso();
  const agency = { id, name, timeZone: TIME_ZONE, locale: 'zh-CN', contactPhone: null, createdAt };
  await inAgency(app, id, async () => {
    await app.get(Database).repository(Agency).insert(agency);
    if (areas.length > 0) await app.get(Areas).addAll(id, areas);
  });
  return id;
}

/** Somebody with roles from today on, and with a login where an identifier is given (`TEST_PASSWORD`). */
export async function addPerson(
  app: NestExpressApplication,
  agencyId: AgencyId,
  person: { readonly name: string; readonly roles: readonly Role[]; readonly identifier?: string },
): Promise<PersonId> {
  const ownHash = await testPasswordHash();
  return inAgency(app, agencyId, async () => {
    const { name, roles, identifier } = person;
    const normalised = identifier === undefined ? undefined : normaliseIdentifier(identifier);
    const loginId = normalised === undefined ? undefined : await app.get(Logins).create(normalised, ownHash, 'zh-CN');
    const people = app.get(PeopleRepository);
    const personId = await people.add({ agencyId, name, loginId });
    const today = await app.get(Agencies).today(agencyId);
    for (const role of roles) await people.assignRole(agencyId, personId, role, today);
    return personId;
  });
}

/** Makes a person one of the agency's volunteers, with one place and nothing else known. */
export async function addVolunteerRecord(
  app: NestExpressApplication,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<void> {
  const nothing = { languages: ['zh'], skills: [], freeTimes: [], places: 1 };
  await inAgency(app, agencyId, () => app.get(VolunteersRepository).addAll([{ agencyId, personId, ...nothing }]));
}

/** Makes a person one of the agency's children, with nothing else known. */
export async function addChildRecord(
  app: NestExpressApplication,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<void> {
  const nothing = { languages: ['zh'], needs: [], freeTimes: [], priority: 3, identity: personId };
  await inAgency(app, agencyId, () =>
    app.get(ChildrenRepository).addAll(agencyId, [{ agencyId, personId, ...nothing }]),
  );
}

/** Lets everybody choose whether to have a second factor: the agency asks nobody for one. */
export async function askForNoFactor(app: NestExpressApplication, director: string): Promise<void> {
  const login = await app.get(Logins).byIdentifier(normaliseIdentifier(director) ?? '');
  const actor = login && (await app.get(Actors).ofLogin(login.id as LoginId, ''));
  if (!actor) throw new Error(`${director} is nobody`);
  const changed = await app.get(AgencySettings).change(actor, 'secondFactorRequired', 'false', 0);
  if (!changed.ok) throw new Error(`the setting was refused: ${changed.error.code}`);
}

/** The number that people are told to call. */
export async function publishPhone(
  app: NestExpressApplication,
  agencyId: AgencyId,
  contactPhone: string,
): Promise<void> {
  await inAgency(app, agencyId, () => app.get(Database).repository(Agency).update({ id: agencyId }, { contactPhone }));
}

export function inAgency<T>(app: NestExpressApplication, agencyId: AgencyId, work: () => Promise<T>): Promise<T> {
  return app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
}
