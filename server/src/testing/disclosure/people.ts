// Somebody in each role, signed in: for the whole agency, bound to an office, of the other agency, by a guardian's link.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, LoginId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { ROLES, type Role } from '@tongxing/shared/permissions';
import { Actors, Agencies, PeopleRepository } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { Logins, Sessions } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { Standing } from './rows.js';

/** One who asks: what they are, and the cookie they ask with. */
export interface Reader extends Standing {
  readonly name: string;
  cookie: string;
  /** Opens a session anew, as signing in does, or a guardian's new link. */
  readonly enter?: () => Promise<string>;
}

export interface Post {
  readonly name: string;
  readonly role: Role;
  readonly officeId?: OfficeId | undefined;
}

/** Roles that come with a record of their own: a volunteer's, or a link. */
const WITH_A_RECORD: readonly Role[] = ['VOLUNTEER', 'EMPLOYEE', 'GUARDIAN'];
export const STAFF_ROLES = ROLES.filter((role) => !WITH_A_RECORD.includes(role));
export const VISITOR: Reader = { name: 'visitor', role: undefined, agencyId: '', cookie: '' };

/** A password is not what is tested here, and hashing one for each would take longer than all else. */
const NO_PASSWORD = '$unused$';

export class People {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly agencyId: AgencyId,
    private readonly prefix: string,
  ) {}

  /** A person with a login, the role from today on, and an open session. */
  async join({ name, role, officeId }: Post, personId?: PersonId): Promise<Reader> {
    const { app, agencyId } = this;
    const today = await app.get(Agencies).today(agencyId);
    const made = await this.#write(async () => {
      const loginId = await app.get(Logins).create(`${this.prefix}-${slug(name)}@example.org`, NO_PASSWORD, 'zh-CN');
      const people = app.get(PeopleRepository);
      const id = personId ?? (await people.add({ agencyId, name, loginId }));
      if (personId) await app.get(Database).manager.update('Person', { id: personId }, { loginId });
      await people.assignRole(agencyId, id, role, today, officeId);
      return { personId: id, loginId };
    });
    const enter = () => this.#openSession(made.loginId);
    return { name, role, agencyId, officeId, ...made, enter, cookie: await enter() };
  }

  async #openSession(loginId: LoginId): Promise<string> {
    const { token } = await this.#write(() => this.app.get(Sessions).open('login', loginId));
    return `tongxing_session=${token}`;
  }

  async actor(reader: Reader): Promise<PersonActor> {
    const actor = await this.app.get(Actors).ofLogin(reader.loginId as LoginId, 'test');
    if (!actor) throw new Error(`${reader.name} has no role in force`);
    return actor;
  }

  #write<T>(work: () => Promise<T>): Promise<T> {
    return this.app.get(UnitOfWork).run({ kind: 'system', agencyId: this.agencyId, name: 'test' }, work);
  }
}

const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
