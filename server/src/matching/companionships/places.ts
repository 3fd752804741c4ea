// The places that a new pair takes: the child's one, one of the volunteer's, and one of the volunteer's supervisor's.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { SupervisorPlaces, VolunteersRepository, type VolunteerView } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { Companionship } from './companionship.entity.js';
import { PairHistory } from './pair-history.js';

export type PlaceTakenError = { readonly code: 'PLACE_TAKEN'; readonly who: 'CHILD' | 'VOLUNTEER' | 'SUPERVISOR' };

@Injectable()
export class Places {
  constructor(
    private readonly database: Database,
    private readonly volunteers: VolunteersRepository,
    private readonly supervisorPlaces: SupervisorPlaces,
    private readonly history: PairHistory,
  ) {}

  /** Whose place is missing, with the volunteer locked; undefined where the pair fits. Inside a unit of work. */
  async whoIsTaken(
    agencyId: AgencyId,
    childId: string,
    volunteer: VolunteerView,
  ): Promise<PlaceTakenError['who'] | undefined> {
    const held = await this.database.repository(Companionship).existsBy({ heldChildId: childId });
    if (held) return 'CHILD';
    if ((await this.history.heldBy(agencyId, [volunteer.id])) >= volunteer.places) return 'VOLUNTEER';
    if (!volunteer.supervisorId) return undefined;
    const supervised = await this.volunteers.lockSupervised(agencyId, volunteer.supervisorId);
    const { places } = (await this.supervisorPlaces.of(agencyId, [volunteer.supervisorId]))(volunteer.supervisorId);
    return (await this.history.heldBy(agencyId, supervised)) >= places ? 'SUPERVISOR' : undefined;
  }
}
