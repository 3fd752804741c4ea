// An activity with another time, as people on the rosters of its teams see it: who would not be clear by then, and who is told.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { PersonId } from '@tongxing/shared/kernel';
import { MOVE_ORDER, MoveEffects, type Move, type MoveConflict, type ToldOfMove } from '../activities/index.js';
import { VolunteerEligibility, VolunteersRepository } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { TeamBooking } from '../teams/index.js';
import { RosterPlace } from './roster.entities.js';
import { RosterPlaces } from './roster-places.repository.js';

const OWN_TEAM_DAYS = '/volunteer/team-days';

@Injectable()
export class MovedPlaces implements OnModuleInit {
  constructor(
    private readonly effects: MoveEffects,
    private readonly places: RosterPlaces,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.effects.add(MOVE_ORDER.ROSTERS, { against: (move) => this.against(move), moved: (move) => this.moved(move) });
  }

  /** Guests who would be clear to meet children on the day as it is, and not on the new one: how many, no names. */
  async against(move: Move): Promise<MoveConflict[]> {
    const { agencyId, before, after } = move;
    const meeting = (await this.#joined(move)).filter(({ tasks }) => tasks === 'WITH_CHILDREN');
    if (meeting.length === 0) return [];
    const ids = meeting.map(({ personId }) => personId as PersonId);
    const volunteers = await this.volunteers.ofPeople(agencyId, ids);
    const clear = async (onDate: string) => {
      const judged = await this.eligibility.on(agencyId, volunteers, onDate as Move['after']['onDate'], 'TEAM_DAY');
      return volunteers.filter(({ id }) => judged.get(id)?.ready === true);
    };
    const then = new Set((await clear(after.onDate)).map(({ id }) => id));
    const lost = (await clear(before.onDate)).filter(({ id }) => !then.has(id));
    return lost.length > 0 ? [{ code: 'GUEST_NOT_ELIGIBLE', count: lost.length }] : [];
  }

  async moved(move: Move): Promise<ToldOfMove> {
    const joined = await this.#joined(move);
    return { personIds: joined.map(({ personId }) => personId as PersonId), path: OWN_TEAM_DAYS };
  }

  /** Of bookings that are agreed; before that nobody is told of a day. */
  async #joined({ agencyId, before }: Move): Promise<RosterPlace[]> {
    const where = { agencyId, activityId: before.id, state: In(['REQUESTED', 'CONFIRMED', 'ROSTER_LOCKED']) };
    const bookings = await this.database.repository(TeamBooking).find({ where, order: { id: 'ASC' } });
    const found: RosterPlace[] = [];
    for (const { id } of bookings) found.push(...(await this.places.joined(agencyId, id)));
    return found;
  }
}
