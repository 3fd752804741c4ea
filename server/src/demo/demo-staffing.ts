// The open activity's seats: the demo's own volunteer was told of theirs, the engine proposes the others.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Activities } from '../activities/index.js';
import { VolunteersRepository } from '../people/index.js';
import { Seats, StaffingRuns } from '../staffing/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

@Injectable()
export class DemoStaffing {
  constructor(
    private readonly activities: Activities,
    private readonly volunteers: VolunteersRepository,
    private readonly seats: Seats,
    private readonly runs: StaffingRuns,
  ) {}

  async arrange({ agencyId, worker, volunteerId }: DemoStaff, activityId: string): Promise<void> {
    const view = await this.activities.find(agencyId, activityId);
    const volunteer = await this.volunteers.byPerson(agencyId, volunteerId);
    if (!view || !volunteer) throw new Error('BUG: the demo has no open activity, or no volunteer');
    const month = monthOf(view.activity.onDate as LocalDate);
    const hand = { activityId, role: 0, volunteerId: volunteer.id, despite: true };
    must(await this.seats.add(worker, hand), 'give a seat');
    await this.seats.publish(worker, month);
    must(await this.runs.run(worker, month, 'demo'), 'arrange a month');
  }
}

const monthOf = (day: LocalDate): string => day.slice(0, 7);
