// The booking to which a roster belongs, with its team, its offer and its day; and the one lock that guards its places.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { checkBy, checksCanArrive, type RosterRefusal, type TeamTasks } from '@tongxing/shared/rules';
import { mayMove, TEAM_BOOKING_MACHINE } from '@tongxing/shared/states';
import { Activities } from '../activities/index.js';
import { Agencies } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { Database } from '../platform/database/index.js';
import { TeamBooking, TeamBookings, TeamOffer, Teams, VolunteerTeam } from '../teams/index.js';

type ActivityView = NonNullable<Awaited<ReturnType<Activities['find']>>>;

/** A team's day as a roster knows it. */
export interface TeamDay {
  readonly booking: TeamBooking;
  readonly offer: TeamOffer;
  readonly team: VolunteerTeam;
  readonly activity: ActivityView['activity'];
  readonly venueName: string;
  readonly today: LocalDate;
  readonly onDate: LocalDate;
  /** The day by which everybody is cleared: until then people come and go. */
  readonly checkBy: LocalDate;
  /** Whether a record check that is asked for today can still be there by then (H8, T11). */
  readonly checksCanArrive: boolean;
}

@Injectable()
export class RosterBookings {
  constructor(
    private readonly database: Database,
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly bookings: TeamBookings,
    private readonly teams: Teams,
  ) {}

  async find(agencyId: AgencyId, bookingId: string): Promise<TeamDay | undefined> {
    const booking = await this.database.repository(TeamBooking).findOneBy({ agencyId, id: bookingId });
    return booking ? this.#day(booking) : undefined;
  }

  /** Undefined for a booking that is not the reader's: of another agency, or of a team that they do not coordinate. */
  async readable(actor: PersonActor, bookingId: string): Promise<TeamDay | undefined> {
    const day = await this.find(actor.agencyId, bookingId);
    if (!day) return undefined;
    if (rowsFor(actor, 'teamRoster.read').offices === 'ALL') return day;
    return (await this.#coordinated(actor)).includes(day.team.id) ? day : undefined;
  }

  /** Confirmed and later, of the teams that the reader coordinates or, at the desk, of the agency; the newest 50. */
  async readableAll(actor: PersonActor, activityId: string | undefined): Promise<TeamDay[]> {
    const { agencyId } = actor;
    const desk = rowsFor(actor, 'teamRoster.read').offices === 'ALL';
    const coordinated = desk ? [] : await this.#coordinated(actor);
    const where = {
      ...{ agencyId, state: In(['CONFIRMED', 'ROSTER_LOCKED', 'ATTENDED', 'REPORTED']) },
      ...(desk ? {} : { teamId: In(coordinated) }),
      ...(activityId === undefined ? {} : { activityId }),
    };
    const order = { id: 'DESC' } as const;
    const rows = await this.database.repository(TeamBooking).find({ where, order, take: 50 });
    const days: TeamDay[] = [];
    for (const row of rows) {
      const day = await this.#day(row);
      if (day) days.push(day);
    }
    return days;
  }

  /** Agreed days of the agency between two dates, both included; those called off are not among them. */
  async between(agencyId: AgencyId, from: LocalDate, until: LocalDate): Promise<TeamDay[]> {
    const rows = await this.database.read<{ id: string }>(
      `SELECT b.id AS id FROM team_booking b JOIN activity a ON a.id = b.activityId
       WHERE b.agencyId = ? AND b.state IN ('CONFIRMED', 'ROSTER_LOCKED') AND a.state <> 'CANCELLED'
       AND a.onDate >= ? AND a.onDate <= ? ORDER BY b.id`,
      [agencyId, from, until],
    );
    const days: TeamDay[] = [];
    for (const { id } of rows) {
      const day = await this.find(agencyId, id);
      if (day) days.push(day);
    }
    return days;
  }

  /** With offer and booking locked, in this order: of two who want the last place one waits. Inside a unit of work. */
  async lock(agencyId: AgencyId, bookingId: string): Promise<TeamDay | undefined> {
    const locked = await this.bookings.lockedById(agencyId, bookingId);
    return locked && this.#day(locked.booking);
  }

  /** Its roster is locked from now on (SM5b); inside a unit of work that holds the booking. */
  async lockRoster(actor: PersonActor, { booking }: TeamDay): Promise<void> {
    const moved = await this.bookings.advance(actor, booking, 'ROSTER_LOCKED');
    if (!moved.ok) throw new Error(`BUG: a roster was locked from ${booking.state}`);
  }

  /** Whether the team's roster is not locked yet and may be. */
  mayLock({ booking }: TeamDay): boolean {
    return mayMove(TEAM_BOOKING_MACHINE, booking.state, 'ROSTER_LOCKED');
  }

  /** Ids of the teams for which somebody books now. */
  async #coordinated(actor: PersonActor): Promise<string[]> {
    return (await this.teams.mine(actor)).map(({ id }) => id);
  }

  async #day(booking: TeamBooking): Promise<TeamDay | undefined> {
    const agencyId = booking.agencyId as AgencyId;
    const { activityId, teamId } = booking;
    const offer = await this.database.repository(TeamOffer).findOneBy({ agencyId, activityId });
    const team = await this.database.repository(VolunteerTeam).findOneBy({ agencyId, id: teamId });
    const found = await this.activities.find(agencyId, activityId);
    if (!offer || !team || !found) return undefined;
    const today = await this.agencies.today(agencyId);
    const onDate = found.activity.onDate as LocalDate;
    const facts = { onDate, today, checkLeadDays: offer.checkLeadDays, cutOffDays: offer.cutOffDays };
    return {
      ...{ booking, offer, team, today, onDate, activity: found.activity, venueName: found.venue.name },
      ...{ checkBy: checkBy(facts), checksCanArrive: checksCanArrive(facts) },
    };
  }
}

/** Why nobody comes or goes any more; undefined while they may. */
export function closedWhy({ booking, activity, today, checkBy: last }: TeamDay): RosterRefusal | undefined {
  if (activity.state === 'CANCELLED' || !['CONFIRMED', 'ROSTER_LOCKED'].includes(booking.state)) return 'CLOSED';
  return today > last ? 'CUT_OFF' : undefined;
}

/** What people of the team can be down for. */
export function tasksOf({ booking, offer }: TeamDay): readonly TeamTasks[] {
  return [
    ...(booking.tasks === 'WITH_CHILDREN' ? (['WITH_CHILDREN'] as const) : []),
    ...(offer.hasOtherTasks ? (['WITHOUT_CHILDREN'] as const) : []),
  ];
}
