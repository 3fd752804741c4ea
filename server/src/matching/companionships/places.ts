// The places that a new pair takes: the child's one, one of the volunteer's, and one of the volunteer's supervisor's.
import { Injectable } from '@nestjs/common';
import { RolesApart, SupervisorPlaces, VolunteersRepository, type VolunteerView } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { Companionship } from './companionship.entity.js';
import { PairHistory } from './pair-history.js';

/** WORKER: whoever would work on the case supervises somebody of that family (T14). */
type Whose = 'CHILD' | 'VOLUNTEER' | 'SUPERVISOR' | 'WORKER';
export type PlaceTakenError = { readonly code: 'PLACE_TAKEN'; readonly who: Whose };

@Injectable()
export class Places {
  constructor(
    private readonly database: Database,
    private readonly volunteers: VolunteersRepository,
    private readonly supervisorPlaces: SupervisorPlaces,
    private readonly history: PairHistory,
    private readonly apart: RolesApart,
  ) {}

  /**
   * Whose place is missing, with the volunteer locked; undefined where the pair fits. Inside a unit of work. Whoever
   * stands in for the companion of the pair `coversId` takes that place instead of the child's own.
   */
  async whoIsTaken(
    { agencyId, personId: workerId }: PersonActor,
    childId: string,
    volunteer: VolunteerView,
    coversId?: string,
  ): Promise<Whose | undefined> {
    const held = await this.database
      .repository(Companionship)
      .existsBy(coversId ? { standsInForId: coversId } : { heldChildId: childId });
    if (held) return 'CHILD';
    if ((await this.apart.children(agencyId, workerId, [childId])).size > 0) return 'WORKER';
    if ((await this.history.heldBy(agencyId, [volunteer.id])) >= volunteer.places) return 'VOLUNTEER';
    if (!volunteer.supervisorId) return undefined;
    const supervised = await this.volunteers.lockSupervised(agencyId, volunteer.supervisorId);
    const { places } = (await this.supervisorPlaces.of(agencyId, [volunteer.supervisorId]))(volunteer.supervisorId);
    return (await this.history.heldBy(agencyId, supervised)) >= places ? 'SUPERVISOR' : undefined;
  }
}
