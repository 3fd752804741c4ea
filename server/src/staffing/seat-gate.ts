// Whether somebody may have a seat at this moment, asked with everything locked that the answer hangs on (H6–H8, H22).
import { Injectable } from '@nestjs/common';
import { localDate, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import { VolunteerEligibility, VolunteersRepository, type VolunteerView } from '../people/index.js';
import { Activities, type Activity } from '../activities/index.js';
import { elsewhere, type SeatConflict } from './domain/conflicts.js';
import { MonthLoads } from './month-loads.js';
import { SeatsRepository } from './seats.repository.js';
import type { SeatAssignment } from './staffing.entities.js';

export type AskedSeat = Pick<
  SeatAssignment,
  'activityId' | 'personId' | 'role' | 'onDate' | 'startMinute' | 'endMinute'
>;
export interface Refused {
  readonly asked: AskedSeat;
  readonly conflicts: readonly SeatConflict[];
}

@Injectable()
export class SeatGate {
  constructor(
    private readonly activities: Activities,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly loads: MonthLoads,
    private readonly seats: SeatsRepository,
  ) {}

  /**
   * Inside a unit of work: locks the activities, then the people, and tells of each seat in turn what refuses it. A seat
   * that passes counts for those after it. `counts` says which seats of others stand in the way. Without `locking` it may
   * be asked outside of a unit of work too, for a page that only shows what would be.
   */
  async ask(
    agencyId: AgencyId,
    asked: readonly AskedSeat[],
    counts: (seat: SeatAssignment) => boolean,
    locking = true,
  ): Promise<Refused[]> {
    const activityIds = [...new Set(asked.map(({ activityId }) => activityId))];
    const held = new Map((await this.#activities(agencyId, activityIds, locking)).map((one) => [one.id, one]));
    const days = [...new Set(asked.map(({ onDate }) => onDate))];
    const people = asked.map(({ personId }) => personId);
    const ofPeople = await (locking
      ? this.seats.lockedOfPeople(agencyId, people, days)
      : this.seats.ofPeople(agencyId, people, days));
    const here = await (locking
      ? this.seats.lockedOfActivities(agencyId, activityIds)
      : this.seats.ofActivities(agencyId, activityIds));
    const busy = await this.#busy(agencyId, people, days);
    const mayServe = await this.#mayServe(agencyId, asked);
    const given: AskedSeat[] = [];
    const refused: Refused[] = [];
    for (const one of asked) {
      const { activityId, personId, role } = one;
      const isOther = (seat: AskedSeat) => seat.activityId !== activityId || seat.personId !== personId;
      const mine = [...ofPeople.filter(counts), ...given].filter((seat) => seat.personId === personId && isOther(seat));
      const taken = [...here.filter(counts), ...given].filter(
        (seat) => seat.activityId === activityId && seat.role === role,
      );
      const activity = held.get(activityId);
      const full = taken.filter(isOther).length >= (activity?.roles[role]?.seats ?? 0);
      const conflicts: SeatConflict[] = [
        ...(mayServe.has(`${personId} ${one.onDate}`) ? [] : [{ code: 'NOT_ELIGIBLE' as const }]),
        ...elsewhere(one, mine, busy.get(personId) ?? []),
        ...(full || activity?.state !== 'OPEN' ? [{ code: 'SEATS_TAKEN' as const }] : []),
      ];
      if (conflicts.length > 0) refused.push({ asked: one, conflicts });
      else given.push(one);
    }
    return refused;
  }

  async #activities(agencyId: AgencyId, ids: readonly string[], locking: boolean): Promise<Activity[]> {
    if (locking) return this.activities.held(agencyId, ids);
    return (await this.activities.byIds(agencyId, ids)).map(({ activity }) => activity);
  }

  /** What else they have on these days: appointments, and activities that they are in charge of. */
  async #busy(agencyId: AgencyId, people: readonly string[], days: readonly string[]) {
    const found = new Map<string, { onDate: string; startMinute: number; endMinute: number }[]>();
    const sorted = [...days].sort();
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (first === undefined || last === undefined) return found;
    for (const personId of new Set(people)) {
      const between = { first: localDate(first), last: localDate(last) };
      found.set(personId, await this.loads.appointments(agencyId, personId as never, between));
    }
    const charged = await this.activities.inChargeBetween(agencyId, localDate(first), localDate(last));
    for (const { personId, ...hours } of charged) found.get(personId)?.push(hours);
    return found;
  }

  /** Person and day, of whoever may. */
  async #mayServe(agencyId: AgencyId, asked: readonly AskedSeat[]): Promise<ReadonlySet<string>> {
    const views = new Map<string, VolunteerView>();
    for (const personId of new Set(asked.map((one) => one.personId))) {
      const view = await this.volunteers.byPerson(agencyId, personId as never);
      if (view) views.set(personId, view);
    }
    const may = new Set<string>();
    for (const day of new Set(asked.map(({ onDate }) => onDate))) {
      const people = asked.flatMap((one) => (one.onDate === day ? (views.get(one.personId) ?? []) : []));
      const judged = await this.eligibility.on(agencyId, people, day as LocalDate, 'GROUP_ACTIVITY');
      for (const { id, person } of people) if (judged.get(id)?.ready === true) may.add(`${person.id} ${day}`);
    }
    return may;
  }
}
