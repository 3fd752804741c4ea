// Whoever was to help at an activity hears that it was called off; proposals of which nobody knows are gone.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { ActivityEnds } from '../activities/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { SeatsRepository } from './seats.repository.js';

@Injectable()
export class CalledOff implements OnModuleInit {
  constructor(
    private readonly ends: ActivityEnds,
    private readonly seats: SeatsRepository,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.ends.add((agencyId, activityId) => this.end(agencyId, activityId));
  }

  /** Inside a unit of work. The seats stay, so that each sees on their page what became of theirs. */
  async end(agencyId: AgencyId, activityId: string): Promise<void> {
    const seats = await this.seats.lockedOfActivities(agencyId, [activityId]);
    await this.seats.removeProposals(seats.filter(({ state }) => state === 'PROPOSED').map(({ id }) => id));
    const told = seats.filter(({ state }) => state === 'PUBLISHED').map(({ personId }) => personId as PersonId);
    if (told.length > 0) await this.outbox.publish('SeatsEnded', { personIds: told });
  }
}
