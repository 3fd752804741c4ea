// Whom a team's day reminds, and when: its people while something is missing, its coordinators in numbers.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, localDateIn, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { rosterNeeds, TEAM_DAY_STEPS, TEAM_ROSTER_STEPS } from '@tongxing/shared/rules';
import { Agencies } from '../people/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { RemindedFacts, type DueBetween, type RemindedFact } from '../reminders/index.js';
import { Teams } from '../teams/index.js';
import { RosterBookings, type TeamDay } from './roster-bookings.js';
import { NO_VOLUNTEER, RosterClearances } from './roster-clearances.js';
import { RosterPlaces } from './roster-places.repository.js';
import type { RosterPlace } from './roster.entities.js';

const OWN_PAGE = '/volunteer/team-days';
/** Coordinators hear a month before everybody has to be cleared; the day itself is some days later. */
const DAYS_AHEAD = 60;

interface Waiting {
  readonly place: RosterPlace;
  readonly check: boolean;
}

@Injectable()
export class RosterReminders implements OnModuleInit {
  constructor(
    private readonly facts: RemindedFacts,
    private readonly bookings: RosterBookings,
    private readonly places: RosterPlaces,
    private readonly clearances: RosterClearances,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
  ) {}

  onModuleInit(): void {
    this.facts.add((agencyId, between) => this.due(agencyId, between));
  }

  /** A day that was called off or moved is not among the days of its old date. */
  async due(agencyId: AgencyId, { today }: DueBetween): Promise<RemindedFact[]> {
    const zone = await this.agencies.timeZone(agencyId);
    const found: RemindedFact[] = [];
    for (const day of await this.bookings.between(agencyId, today, addDays(today, DAYS_AHEAD))) {
      const places = await this.places.joined(agencyId, day.booking.id);
      const waiting = await this.#waiting(day, places);
      found.push(...waiting.flatMap((one) => factsOf(day, one, zone)));
      found.push(...(await this.#ofCoordinators(day, places.length, waiting.length, zone)));
    }
    return found;
  }

  async #waiting(day: TeamDay, places: readonly RosterPlace[]): Promise<Waiting[]> {
    const findings = await this.clearances.on(
      day,
      places.map(({ personId }) => personId),
    );
    return places.flatMap((place) => {
      const needs = rosterNeeds(findings.get(place.personId) ?? NO_VOLUNTEER, place.tasks);
      // What only the agency can say is not for a message; the coordinator's number has them.
      if (needs.length === 0) return [];
      return [{ place, check: needs.includes('RECORD_CHECK') }];
    });
  }

  async #ofCoordinators(day: TeamDay, joined: number, waiting: number, zone: string): Promise<RemindedFact[]> {
    const { booking, team, checkBy } = day;
    if (booking.state !== 'CONFIRMED' || (waiting === 0 && joined >= booking.people)) return [];
    const personIds = await this.teams.coordinatorsOf(booking.agencyId as AgencyId, team.id);
    return personIds.map((personId) => ({
      ...{ kind: 'TEAM_ROSTER' as const, personId, matter: booking.id, lastDay: checkBy, steps: TEAM_ROSTER_STEPS },
      ...{ toldOn: dayOf(booking.createdAt, zone), numbers: { people: booking.people, joined, waiting } },
      path: `/company/bookings/${toGlobalId('TeamBooking', booking.id)}/roster`,
    }));
  }
}

/** Whoever joined, or was reminded by hand, on a step's own day or after it has been told already. */
function factsOf({ booking, onDate, checkBy }: TeamDay, { place, check }: Waiting, zone: string): RemindedFact[] {
  const joinedOn = dayOf(place.createdAt, zone);
  const remindedOn = place.remindedAt === null ? joinedOn : dayOf(place.remindedAt, zone);
  const toldOn = remindedOn > joinedOn ? remindedOn : joinedOn;
  const own = { personId: place.personId as PersonId, matter: booking.id, toldOn, path: OWN_PAGE };
  const steps = TEAM_DAY_STEPS;
  // Where the two fall on one day, one of them says it.
  const apart = !steps.some((step) => addDays(onDate, -step) === checkBy);
  return [
    { ...own, kind: 'TEAM_DAY', lastDay: onDate, steps },
    ...(check && apart ? [{ ...own, kind: 'TEAM_DAY_CHECK' as const, lastDay: checkBy, steps: [0] }] : []),
  ];
}

const dayOf = (instant: string, zone: string): LocalDate => localDateIn(new Date(instant), zone);
