import { Injectable } from '@nestjs/common';
import type { LoginId } from '@tongxing/shared/kernel';
import { permissionsOf, type Permission, type Role } from '@tongxing/shared/permissions';
import type { PersonActor } from '../platform/access/index.js';
import { Clock } from '../platform/clock/index.js';
import { inForce, PeopleRepository } from './people.repository.js';

/** Who a login is today: one person of one agency with the roles in force. Read anew at each request, never remembered. */
@Injectable()
export class Actors {
  readonly #permissions = new Map<string, ReadonlySet<Permission>>();

  constructor(
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {}

  /** Undefined where the login has no person, or the person has no role in force. */
  async ofLogin(loginId: LoginId, sessionId: string): Promise<PersonActor | undefined> {
    const standing = await this.people.standingOf(loginId);
    if (!standing) return undefined;
    const { personId, agencyId, timeZone } = standing;
    const today = this.clock.today(timeZone);
    const roles = standing.roles.filter((row) => inForce(row, today)).map((row) => row.role as Role);
    if (roles.length === 0) return undefined;
    return { kind: 'person', agencyId, personId, loginId, sessionId, roles, permissions: this.#permissionsOf(roles) };
  }

  /** The matrix is fixed, so each combination of roles is looked up once. */
  #permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
    const key = roles.join(' ');
    const known = this.#permissions.get(key);
    if (known) return known;
    const made = permissionsOf(roles);
    this.#permissions.set(key, made);
    return made;
  }
}
