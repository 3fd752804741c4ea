// The helper's record as a volunteer: like anybody's, and nothing in it says that they are served too (T14).
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository, SupervisionHistory, Volunteer, VolunteersRepository } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { Child } from '../children/index.js';
import type { HelperJourney } from './helper.entities.js';

@Injectable()
export class HelperVolunteers {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly history: SupervisionHistory,
  ) {}

  /** Makes the record where there is none, lets somebody who had left go on, and names the supervisor. In a unit of work. */
  async open(journey: HelperJourney, today: LocalDate): Promise<void> {
    const agencyId = journey.agencyId as AgencyId;
    const personId = journey.personId as PersonId;
    const supervisorId = journey.supervisorId as PersonId;
    const known = await this.volunteers.byPerson(agencyId, personId);
    if (known) {
      await this.history.put(agencyId, [known.id], supervisorId);
      await this.database.repository(Volunteer).update({ agencyId, id: known.id }, { stoppedSince: null });
    } else {
      const nothing = { languages: [], skills: [], freeTimes: [], places: 0 };
      const officeId = await this.#officeOf(journey);
      await this.volunteers.addAll([{ agencyId, personId, officeId, supervisorId, ...nothing }]);
    }
    const roles = await this.people.rolesOf(personId, today);
    if (!roles.includes('VOLUNTEER')) await this.people.assignRole(agencyId, personId, 'VOLUNTEER', today);
  }

  /** Not to be assigned by any path from today on: the one function reads it. Inside a unit of work. */
  async rest({ agencyId, personId }: HelperJourney, today: LocalDate): Promise<void> {
    await this.database.repository(Volunteer).update({ agencyId, personId }, { stoppedSince: today });
  }

  /** Those who look after the child are those who may read the volunteer. */
  async #officeOf({ agencyId, childId }: HelperJourney) {
    const { officeId } = await this.database.repository(Child).findOneByOrFail({ agencyId, id: childId });
    return (officeId ?? undefined) as Parameters<VolunteersRepository['addAll']>[0][number]['officeId'];
  }
}
