// An activity with another time, as those with a seat at it see it: where else they would be, and their seats go with it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import {
  MOVE_ORDER,
  MoveEffects,
  Activities,
  type Move,
  type MoveConflict,
  type ToldOfMove,
} from '../activities/index.js';
import { VolunteersRepository, type VolunteerView } from '../people/index.js';
import type { SeatConflict } from './domain/conflicts.js';
import { atTheirTime, stands } from './domain/month-problem.js';
import { SeatGate } from './seat-gate.js';
import { SeatsRepository } from './seats.repository.js';
import type { SeatAssignment } from './staffing.entities.js';

const OWN_ACTIVITIES = '/volunteer/activities';

@Injectable()
export class MovedSeats implements OnModuleInit {
  constructor(
    private readonly effects: MoveEffects,
    private readonly activities: Activities,
    private readonly gate: SeatGate,
    private readonly seats: SeatsRepository,
    private readonly volunteers: VolunteersRepository,
  ) {}

  onModuleInit(): void {
    this.effects.add(MOVE_ORDER.SEATS, { against: (move) => this.against(move), moved: (move) => this.moved(move) });
  }

  /** Of seats that stand: told of, or put there by a hand. Proposals of the engine yield, and are made anew. */
  async against(move: Move): Promise<MoveConflict[]> {
    const { agencyId, after } = move;
    const asked = (await this.#seats(move)).filter(stands).map((seat) => withTime(seat, move));
    if (asked.length === 0) return [];
    const refused = await this.gate.ask(agencyId, asked, stands, move.locking);
    const people = await this.volunteers.ofPeople(
      agencyId,
      asked.map(({ personId }) => personId as PersonId),
    );
    const byPerson = new Map<string, VolunteerView>(people.map((one) => [one.person.id, one]));
    const wishes = await this.seats.wishes(agencyId);
    const found: MoveConflict[] = [];
    for (const { personId } of asked) {
      const volunteer = byPerson.get(personId);
      const names = [volunteer?.person.name ?? ''];
      const hard = refused.find((one) => one.asked.personId === personId)?.conflicts ?? [];
      for (const conflict of hard) found.push(...(await this.#hard(move, conflict, names)));
      const wish = wishes.get(personId);
      if (wish?.restDays.includes(after.onDate)) found.push({ code: 'VOLUNTEER_RESTS', names });
      if (wish?.onlyFreeTimes && !atTheirTime(volunteer?.freeTimes ?? [], after)) {
        found.push({ code: 'VOLUNTEER_NOT_FREE', names });
      }
    }
    return found;
  }

  /** Seats go with their activity. Whoever was told of one is asked anew: they said yes to another time. */
  async moved(move: Move): Promise<ToldOfMove> {
    const all = await this.#seats(move);
    const proposals = all.filter((seat) => seat.state === 'PROPOSED' && !stands(seat));
    await this.seats.removeProposals(proposals.map(({ id }) => id));
    const kept = all.filter((seat) => !proposals.includes(seat));
    const { onDate, startMinute, endMinute } = move.after;
    for (const { id, state, answeredAt, version } of kept) {
      const asked = state === 'PUBLISHED' ? null : answeredAt;
      await this.seats.change(id, { onDate, startMinute, endMinute, answeredAt: asked, version: version + 1 });
    }
    const told = kept.filter(({ state }) => state === 'PUBLISHED');
    return { personIds: told.map(({ personId }) => personId as PersonId), path: OWN_ACTIVITIES };
  }

  #seats({ agencyId, before, locking }: Move): Promise<SeatAssignment[]> {
    return locking
      ? this.seats.lockedOfActivities(agencyId, [before.id])
      : this.seats.ofActivities(agencyId, [before.id]);
  }

  async #hard({ agencyId }: Move, conflict: SeatConflict, names: string[]): Promise<MoveConflict[]> {
    if (conflict.code === 'NOT_ELIGIBLE') return [{ code: 'VOLUNTEER_NOT_ELIGIBLE', names }];
    if (conflict.code !== 'ELSEWHERE') return [];
    const { activityId } = conflict;
    const other = activityId === undefined ? undefined : await this.activities.find(agencyId, activityId);
    return [{ code: 'VOLUNTEER_ELSEWHERE', names, other: other?.activity }];
  }
}

const withTime = (seat: SeatAssignment, { after }: Move): SeatAssignment => ({
  ...seat,
  ...{ onDate: after.onDate, startMinute: after.startMinute, endMinute: after.endMinute },
});
