// What the one eligibility function finds of people of a team, for its day. Nothing is judged here.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { findingsWithoutHit, type SeenFinding } from '@tongxing/shared/rules';
import { VolunteerEligibility, VolunteersRepository } from '../people/index.js';
import type { TeamDay } from './roster-bookings.js';

@Injectable()
export class RosterClearances {
  constructor(
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
  ) {}

  /** By person, on the day of service; a hit reads like any stop. Whoever is no volunteer any more has no findings. */
  async on(day: TeamDay, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly SeenFinding[]>> {
    const agencyId = day.booking.agencyId as AgencyId;
    const volunteers = await this.volunteers.ofPeople(agencyId, personIds as readonly PersonId[]);
    const judged = await this.eligibility.on(agencyId, volunteers, day.onDate, 'TEAM_DAY');
    return new Map(volunteers.map(({ id, person }) => [person.id, findingsWithoutHit(judged.get(id)?.findings ?? [])]));
  }
}

/** Of somebody who is no volunteer of the agency any more, for whatever reason. */
export const NO_VOLUNTEER: readonly SeenFinding[] = [
  { requirement: 'WORK_STATUS', outcome: 'STOPPED', rule: 'H8', remedy: 'ASK_DIRECTOR' },
];
