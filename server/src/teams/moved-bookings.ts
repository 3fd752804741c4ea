// An activity with another time, as its teams see it: what stands against it, and who is told.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { checksCanArrive, collides, ACTIVITY_GAP_MINUTES } from '@tongxing/shared/rules';
import { TAKES_PLACES } from '@tongxing/shared/states';
import {
  Activities,
  MOVE_ORDER,
  MoveEffects,
  type Move,
  type MoveConflict,
  type ToldOfMove,
} from '../activities/index.js';
import { Agencies } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { BookingsRepository } from './bookings.repository.js';
import { AGREED, cancelUntil, isOver, LIVING_BOOKINGS } from './domain/day.js';
import type { TeamBooking, TeamOffer } from './team.entities.js';
import { TeamsRepository } from './teams.repository.js';

const OWN_BOOKINGS = '/company/bookings';

@Injectable()
export class MovedBookings implements OnModuleInit {
  constructor(
    private readonly effects: MoveEffects,
    private readonly repository: BookingsRepository,
    private readonly teams: TeamsRepository,
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.effects.add(MOVE_ORDER.TEAMS, { against: (move) => this.against(move), moved: (move) => this.moved(move) });
  }

  async against(move: Move): Promise<MoveConflict[]> {
    const { agencyId, before, after } = move;
    const offer = await this.#offer(move);
    const living = offer ? await this.#living(move) : [];
    if (!offer || living.length === 0) return [];
    const today = await this.agencies.today(agencyId);
    const teams = new Map((await this.teams.byIds(agencyId, teamIds(living))).map(({ id, name }) => [id, name]));
    const named = (bookings: readonly TeamBooking[]) => teamIds(bookings).map((id) => teams.get(id) ?? '');
    const when = (code: MoveConflict['code'], bookings: readonly TeamBooking[]): MoveConflict[] =>
      bookings.length > 0 ? [{ code, names: named(bookings) }] : [];
    const agreed = living.filter(({ state }) => AGREED.includes(state));
    const taking = living.filter(({ state }) => TAKES_PLACES.includes(state));
    const meeting = taking.filter(({ tasks }) => tasks === 'WITH_CHILDREN');
    const late = today > cancelUntil(before.onDate, offer) || today > cancelUntil(after.onDate, offer);
    const arrives = (onDate: string) => checksCanArrive({ ...offer, today, onDate: onDate as LocalDate });
    const tooSoon = arrives(before.onDate) && !arrives(after.onDate);
    return [
      ...placesConflict(move, taking),
      ...when('GROUP_VISITS', (await this.#visitsReached(move, offer)) ? meeting : []),
      ...when('TEAM_ELSEWHERE', await this.#elsewhere(move, living)),
      ...when('TEAM_NOTICE', late ? agreed : []),
      ...when('TEAM_CHECKS', tooSoon ? meeting : []),
    ];
  }

  async moved(move: Move): Promise<ToldOfMove> {
    const living = await this.#living(move);
    const coordinators = await this.teams.coordinators(move.agencyId, teamIds(living));
    return { personIds: coordinators.map(({ personId }) => personId as never), path: OWN_BOOKINGS };
  }

  async #offer({ agencyId, before, locking }: Move): Promise<TeamOffer | undefined> {
    if (locking) return this.repository.lockOffers(agencyId, before.id, []);
    return (await this.repository.offer(agencyId, before.id)) ?? undefined;
  }

  async #living({ agencyId, before, locking }: Move): Promise<TeamBooking[]> {
    const now = this.clock.nowIso();
    const all = locking
      ? await this.repository.lockBookings(agencyId, before.id)
      : await this.repository.ofActivities(agencyId, [before.id]);
    return all.filter((one) => LIVING_BOOKINGS.includes(one.state) && !isOver(one, now));
  }

  /** Whether teams visit these children on as many other days of the new month as they may. */
  async #visitsReached({ agencyId, before, after, locking }: Move, offer: TeamOffer): Promise<boolean> {
    const { childrenGroup, children, onDate } = after;
    const month = onDate.slice(0, 7);
    if (childrenGroup === null || children === 0 || before.onDate.startsWith(month)) return false;
    const from = `${month}-01` as LocalDate;
    const to = addDays(`${addDays(from, 32).slice(0, 7)}-01` as LocalDate, -1);
    const now = this.clock.nowIso();
    const visits = await this.repository.visitsOf({ agencyId, childrenGroup, from, to }, locking);
    const others = visits.filter((one) => one.activityId !== before.id && !isOver(one, now));
    return new Set(others.map(({ activityId }) => activityId)).size >= offer.visitsPerMonth;
  }

  /** Teams that come to another activity of the agency at these hours. */
  async #elsewhere({ agencyId, before, after }: Move, living: readonly TeamBooking[]): Promise<TeamBooking[]> {
    const now = this.clock.nowIso();
    const others = (await this.repository.ofTeams(agencyId, teamIds(living))).filter(
      (one) => one.activityId !== before.id && LIVING_BOOKINGS.includes(one.state) && !isOver(one, now),
    );
    const days = await this.activities.byIds(
      agencyId,
      others.map(({ activityId }) => activityId),
    );
    const hours = ({ venueId, startMinute, endMinute }: Move['before']) => ({
      ...{ venueId, starts: startMinute, ends: endMinute },
    });
    const clashing = new Set(
      days
        .filter(({ activity }) => activity.onDate === after.onDate)
        .filter(({ activity }) => collides(hours(after), hours(activity), ACTIVITY_GAP_MINUTES))
        .map(({ activity }) => activity.id),
    );
    return others.filter(({ activityId }) => clashing.has(activityId));
  }
}

const teamIds = (bookings: readonly TeamBooking[]): string[] => [...new Set(bookings.map(({ teamId }) => teamId))];

/** More people than the new venue holds. */
function placesConflict({ after, venuePeople, workers }: Move, taking: readonly TeamBooking[]): MoveConflict[] {
  const people = taking.reduce((sum, one) => sum + one.people, 0);
  const over = after.children + workers + people - venuePeople;
  return people > 0 && over > 0 ? [{ code: 'TEAM_PLACES', count: over }] : [];
}
