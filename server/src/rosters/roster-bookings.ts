// The booking to which a roster belongs, with its team, its offer and its day; and the one lock that guards its places.
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { checkBy, checksCanArrive, type TeamTasks } from '@tongxing/shared/rules';
import { mayMove, TEAM_BOOKING_MACHINE } from '@tongxing/shared/states';
import { Activities } from '../activities/index.js';
import { Agencies } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { TeamBooking, TeamBookingStep, TeamCoordinator, TeamOffer, VolunteerTeam } from '../teams/index.js';
import type { RosterRefusal } from '@tongxing/shared/rules';

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
    private readonly clock: Clock,
    private readonly ids: Ids,
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
    return (await this.#coordinates(actor, day)) ? day : undefined;
  }

  /** Confirmed and later, of the teams that the reader coordinates or, at the desk, of the agency; the newest 50. */
  async readableAll(actor: PersonActor, activityId: string | undefined): Promise<TeamDay[]> {
    const { agencyId, personId } = actor;
    const today = await this.agencies.today(agencyId);
    const desk = rowsFor(actor, 'teamRoster.read').offices === 'ALL';
    const coordinated = desk ? [] : await this.#coordinated({ agencyId, personId }, today);
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

  /** With offer and booking locked, in this order: of two who want the last place one waits. Inside a unit of work. */
  async lock(agencyId: AgencyId, bookingId: string): Promise<TeamDay | undefined> {
    const bookings = this.database.repository(TeamBooking);
    const known = await bookings.findOneBy({ agencyId, id: bookingId });
    if (!known) return undefined;
    const offer = this.database
      .repository(TeamOffer)
      .createQueryBuilder('o')
      .where('o.agencyId = :agencyId AND o.activityId = :activityId', { agencyId, activityId: known.activityId });
    await this.database.forUpdate(offer).getOne();
    const query = bookings.createQueryBuilder('b').where('b.agencyId = :agencyId AND b.id = :bookingId', {
      agencyId,
      bookingId,
    });
    const booking = await this.database.forUpdate(query).getOne();
    return booking ? this.#day(booking) : undefined;
  }

  /** Its roster is locked from now on (SM5b); inside a unit of work that holds the booking. */
  async lockRoster({ booking }: TeamDay, doneBy: string, people: number): Promise<void> {
    const { id, agencyId, version } = booking;
    const state = 'ROSTER_LOCKED' as const;
    await this.database.repository(TeamBooking).update({ id }, { state, version: version + 1 });
    const step = { id: this.ids.next<never>() as string, agencyId, bookingId: id, at: this.clock.nowIso() };
    await this.database.repository(TeamBookingStep).insert({ ...step, doneBy, state, people });
  }

  /** Whether the team's roster is not locked yet and may be. */
  mayLock({ booking }: TeamDay): boolean {
    return mayMove(TEAM_BOOKING_MACHINE, booking.state, 'ROSTER_LOCKED');
  }

  async #coordinates(actor: PersonActor, { team, today }: TeamDay): Promise<boolean> {
    return (await this.#coordinated(actor, today)).includes(team.id);
  }

  /** Ids of the teams for which somebody books today. */
  async #coordinated(
    { agencyId, personId }: Pick<PersonActor, 'agencyId' | 'personId'>,
    today: LocalDate,
  ): Promise<string[]> {
    const own = { agencyId, personId };
    const where = [
      { ...own, untilOn: IsNull() },
      { ...own, untilOn: MoreThan<string>(today) },
    ];
    const rows = await this.database.repository(TeamCoordinator).findBy(where);
    return rows.map(({ teamId }) => teamId);
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
