import { Injectable } from '@nestjs/common';
import type { AgencyId, LoginId, PersonId } from '@tongxing/shared/kernel';
import { permissionsOf } from '@tongxing/shared/permissions';
import type { PersonActor } from '../platform/access/index.js';
import { Agencies } from './agencies/agencies.js';
import { PeopleRepository } from './people.repository.js';

/** Who a login is today: one person of one agency with the roles in force. */
@Injectable()
export class Actors {
  constructor(
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
  ) {}

  /** Undefined where the login has no person, or the person has no role in force. */
  async ofLogin(loginId: LoginId, sessionId: string): Promise<PersonActor | undefined> {
    const person = await this.people.byLogin(loginId);
    if (!person) return undefined;
    const agencyId = person.agencyId as AgencyId;
    const roles = await this.people.rolesOf(person.id, await this.agencies.today(agencyId));
    if (roles.length === 0) return undefined;
    const permissions = permissionsOf(roles);
    return { kind: 'person', agencyId, personId: person.id as PersonId, loginId, sessionId, roles, permissions };
  }
}
