// Who has joined the company's agreed day so far: colleagues who are volunteers here already, some of them with all papers.
import { Injectable } from '@nestjs/common';
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../people/index.js';
import { personActor, type PersonActor } from '../platform/access/index.js';
import { OwnTeamDays } from '../rosters/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

/** Of thirty places. */
const JOINED = 18;
/** Every so manieth of those whom the agency knows, so that some of them still miss something. */
const EVERY = 3;
/** Those who would rather pack books. */
const OTHER_TASKS_EVERY = 6;

@Injectable()
export class DemoTeamRoster {
  constructor(
    private readonly people: PeopleRepository,
    private readonly days: OwnTeamDays,
  ) {}

  /** Each by the link, as on the phone. */
  async join({ agencyId, volunteerId }: DemoStaff, code: string, today: LocalDate): Promise<void> {
    const known = await this.people.holdersOf(agencyId, 'VOLUNTEER', today);
    const colleagues = [...known]
      .sort()
      .filter((id, at) => at % EVERY === 0 && id !== volunteerId)
      .slice(0, JOINED);
    for (const [at, personId] of colleagues.entries()) {
      const tasks = at % OTHER_TASKS_EVERY === OTHER_TASKS_EVERY - 1 ? 'WITHOUT_CHILDREN' : 'WITH_CHILDREN';
      must(await this.days.join(asVolunteer(agencyId, personId), { code }, tasks), 'join a team’s day');
    }
  }
}

/** Somebody who has come in by the link; the demo opens no session for them. */
function asVolunteer(agencyId: DemoStaff['agencyId'], personId: PersonId): PersonActor {
  const who = { agencyId, personId, loginId: 'demo' as PersonActor['loginId'], sessionId: 'demo' };
  return personActor(who, [{ role: 'VOLUNTEER' }]);
}
