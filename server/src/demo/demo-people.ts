// The demo's agency and everybody who signs in to it, each in a role from a day on.
import { Injectable } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type LoginId, type PersonId } from '@tongxing/shared/kernel';
import { Actors, Areas, FirstRun, PeopleRepository } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { hashPassword, Logins, normaliseIdentifier } from '../platform/auth/index.js';
import type { DemoAccount } from '../platform/config/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { SharedWith } from '../sharing/index.js';
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo-logins.js';
import { must } from './must.js';
import type { Samples } from './samples.js';

/** How long the demo's people have been there. */
const SINCE_DAYS = 400;

export interface DemoStaff {
  readonly agencyId: AgencyId;
  readonly worker: PersonActor;
  readonly supervisor: PersonActor;
  readonly director: PersonActor;
  readonly volunteerId: PersonId;
  readonly donorPersonId: PersonId;
  /** Books days for a company. */
  readonly coordinator: PersonActor;
  /** To whom children are opened outside the case team. */
  readonly readers: Readonly<Record<SharedWith, PersonId>>;
  /** Staff of the agency by name. */
  readonly staff: ReadonlyMap<string, PersonId>;
}

@Injectable()
export class DemoPeople {
  constructor(
    private readonly firstRun: FirstRun,
    private readonly areas: Areas,
    private readonly people: PeopleRepository,
    private readonly logins: Logins,
    private readonly actors: Actors,
    private readonly work: UnitOfWork,
  ) {}

  /** Undefined where the platform has an agency already; of two starts at once, one gets it. */
  async create(samples: Samples, today: LocalDate): Promise<DemoStaff | undefined> {
    const director = account('DIRECTOR');
    const made = await this.firstRun.createAgency({
      agencyName: samples.agencyName,
      directorName: director.name,
      identifier: director.identifier,
      password: director.password,
      locale: 'zh-CN',
    });
    if (!made.ok && made.error.code === 'SETUP_ALREADY_DONE') return undefined;
    const { agencyId, loginId: directorLogin } = must(made, 'make its agency');
    const since = addDays(today, -SINCE_DAYS);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const staff = new Map<string, PersonId>();
    const known = await this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      await this.areas.addAll(agencyId, samples.areas);
      const withLogin = new Map<DemoAccount['role'], { loginId: LoginId; personId: PersonId }>();
      for (const one of DEMO_LOGINS) {
        if (one !== director) withLogin.set(one.role, await this.#add(agencyId, one, passwordHash, since));
      }
      const other = samples.supervisors.filter((name) => name !== account('SUPERVISOR').name);
      const supervisors = await this.people.addAll(other.map((name) => ({ agencyId, name })));
      await this.people.assignRoleToAll(agencyId, supervisors, 'SUPERVISOR', since);
      other.forEach((name, index) => staff.set(name, idAt(supervisors, index)));
      return withLogin;
    });
    const worker = await this.#actor(known.get('SOCIAL_WORKER')?.loginId);
    const supervisor = await this.#actor(known.get('SUPERVISOR')?.loginId);
    const personIn = async (role: DemoAccount['role']) => (await this.#actor(known.get(role)?.loginId)).personId;
    staff.set(account('SOCIAL_WORKER').name, worker.personId).set(account('SUPERVISOR').name, supervisor.personId);
    return {
      agencyId,
      worker,
      supervisor,
      director: await this.#actor(directorLogin),
      staff,
      volunteerId: await personIn('VOLUNTEER'),
      donorPersonId: await personIn('DONOR'),
      coordinator: await this.#actor(known.get('CSR_COORDINATOR')?.loginId),
      readers: {
        COMPANY: await personIn('CSR_COORDINATOR'),
        PARTNER: await personIn('REFERRER'),
        EXPERT: await personIn('EXPERT'),
      },
    };
  }

  /** The demo's worker, where this platform is the demo: its public login opens. */
  async worker(): Promise<PersonActor | undefined> {
    const { login, matches } = await this.logins.check(account('SOCIAL_WORKER').identifier, DEMO_PASSWORD);
    return login && matches ? this.actors.ofLogin(login.id as LoginId, '') : undefined;
  }

  async #add(agencyId: AgencyId, { name, role, identifier }: DemoAccount, passwordHash: string, since: LocalDate) {
    const normalised = normaliseIdentifier(identifier);
    if (!normalised) throw new Error(`BUG: the demo login of ${role} is neither phone nor e-mail`);
    const loginId = await this.logins.create(normalised, passwordHash, 'zh-CN');
    const isPhone = !normalised.includes('@');
    const woman = role === 'VOLUNTEER' ? ({ gender: 'FEMALE', birthDate: addDays(since, -10_500) } as const) : {};
    const personId = await this.people.add({
      agencyId,
      name,
      loginId,
      ...(isPhone ? { phone: normalised } : {}),
      ...woman,
    });
    await this.people.assignRole(agencyId, personId, role, since);
    return { loginId, personId };
  }

  async #actor(loginId: LoginId | undefined): Promise<PersonActor> {
    const actor = loginId && (await this.actors.ofLogin(loginId, 'demo'));
    if (!actor) throw new Error('BUG: a login of the demo has no role in force');
    return actor;
  }
}

function idAt(ids: readonly PersonId[], index: number): PersonId {
  const id = ids[index];
  if (!id) throw new Error('BUG: a supervisor of the demo was not added');
  return id;
}

function account(role: DemoAccount['role']): DemoAccount {
  const found = DEMO_LOGINS.find((one) => one.role === role);
  if (!found) throw new Error(`BUG: the demo has no ${role}`);
  return found;
}
