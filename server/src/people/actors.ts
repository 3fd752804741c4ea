import { Injectable } from '@nestjs/common';
import type { LoginId, PersonId } from '@tongxing/shared/kernel';
import { personActor, type PersonActor } from '../platform/access/index.js';
import { Clock } from '../platform/clock/index.js';
import { inForce, PeopleRepository } from './people.repository.js';

/** Who a login is today: one person of one agency, with the roles in force. Read anew at each request, never remembered. */
@Injectable()
export class Actors {
  constructor(
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Undefined where nobody of the login has a role in force. A login of several agencies acts as one person at a time:
   * as `personId` where it is named, else as the first with a role.
   */
  async ofLogin(loginId: LoginId, sessionId: string, personId?: PersonId): Promise<PersonActor | undefined> {
    const standings = await this.people.standingsOf(loginId);
    for (const { personId: own, agencyId, timeZone, roles } of standings) {
      if (personId !== undefined && own !== personId) continue;
      const today = this.clock.today(timeZone);
      const posts = roles.filter((row) => inForce(row, today));
      if (posts.length > 0) return personActor({ agencyId, personId: own, loginId, sessionId }, posts);
    }
    return undefined;
  }
}
