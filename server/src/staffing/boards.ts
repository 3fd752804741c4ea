// What a worker sees of a month: every open activity with its seats, what the last run says, what is not right any more.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { leastVolunteers } from '@tongxing/shared/rules';
import { SEAT_TAKEN } from '@tongxing/shared/states';
import type { ActivityView } from '../activities/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { elsewhere, type SeatConflict } from './domain/conflicts.js';
import { stands, type MonthVolunteer } from './domain/month-problem.js';
import { MonthLoads, toMonthActivity, type LoadedMonth } from './month-loads.js';
import { reasonPlace } from './own-seats.js';
import type { SeatAssignment, StaffingRun } from './staffing.entities.js';
import { StaffingRuns } from './staffing-runs.js';

export interface SeatView {
  readonly seat: SeatAssignment;
  readonly volunteerId: string | undefined;
  readonly name: string;
  /** What stands against it by now: papers that ended, another commitment. */
  readonly conflicts: readonly SeatConflict[];
  /** Why the volunteer cannot come; only where they said so. */
  readonly reason: string | undefined;
}
export interface StaffedActivityView {
  readonly view: ActivityView;
  readonly least: number;
  readonly seats: readonly SeatView[];
}
export interface StaffingBoard {
  readonly month: string;
  readonly activities: readonly StaffedActivityView[];
  readonly run: StaffingRun | null;
  /** People who may serve on at least one of the days, and all. */
  readonly mayServe: number;
  readonly everybody: number;
}

@Injectable()
export class StaffingBoards {
  constructor(
    private readonly loads: MonthLoads,
    private readonly runs: StaffingRuns,
    private readonly cipher: Cipher,
  ) {}

  async of(agencyId: AgencyId, month: string): Promise<StaffingBoard> {
    const loaded = await this.loads.load(agencyId, month);
    await this.cipher.loadKeys(loaded.rows.map(({ reasonSealed }) => reasonSealed));
    const people = new Map(loaded.facts.volunteers.map((one) => [one.personId, one]));
    return {
      month,
      activities: loaded.views.map((view) => this.#activity(view, loaded, people)),
      run: await this.runs.newest(agencyId, month),
      mayServe: loaded.facts.volunteers.filter(({ mayServe }) => mayServe.size > 0).length,
      everybody: loaded.facts.volunteers.length,
    };
  }

  #activity(
    view: ActivityView,
    { rows, volunteers }: LoadedMonth,
    people: ReadonlyMap<string, MonthVolunteer>,
  ): StaffedActivityView {
    const activity = toMonthActivity(view);
    const seats = activity.roles.reduce((sum, role) => sum + role.seats, 0);
    const shown = rows.filter(
      (seat) => seat.activityId === activity.id && (isTaken(seat) || seat.publishedAt !== null),
    );
    return {
      view,
      least: leastVolunteers({ ...activity, workers: activity.inChargeIds.length, seats }),
      seats: shown.map((seat) => {
        const volunteer = volunteers.get(seat.personId);
        return {
          seat,
          volunteerId: volunteer?.id,
          name: volunteer?.person.name ?? '',
          conflicts: isTaken(seat) ? conflictsNow(seat, people.get(seat.personId), rows) : [],
          reason: this.cipher.openOptional(seat.reasonSealed, reasonPlace(seat.id)),
        };
      }),
    };
  }
}

const isTaken = ({ state }: SeatAssignment) => SEAT_TAKEN.includes(state);

function conflictsNow(
  seat: SeatAssignment,
  person: MonthVolunteer | undefined,
  rows: readonly SeatAssignment[],
): SeatConflict[] {
  if (!person) return [{ code: 'NOT_ELIGIBLE' }];
  const others = rows.filter((one) => one.personId === seat.personId && one.id !== seat.id && stands(one));
  return [
    ...(person.mayServe.has(seat.activityId) ? [] : [{ code: 'NOT_ELIGIBLE' as const }]),
    ...elsewhere(seat, others, person.busy),
  ];
}
