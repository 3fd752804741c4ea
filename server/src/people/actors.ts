import { Injectable } from '@nestjs/common';
import type { LoginId } from '@tongxing/shared/kernel';
import { personActor, type PersonActor } from '../platform/access/index.js';
import { Clock } from '../platform/clock/index.js';
import { inForce, PeopleRepository } from './people.repository.js';

/** Who a login is today: one person of one agency with the roles in force. Read anew at each request, never remembered. */
@Injectable()
export class Actors {
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
    const posts = standing.roles.filter((row) => inForce(row, today));
    if (posts.length === 0) return undefined;
    return personActor({ agencyId, personId, loginId, sessionId }, posts);
  }
}
