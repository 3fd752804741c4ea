// Why this one, who would be next best, and what stands against everybody else: for one role of one activity.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import {
  BadProblem,
  explainSeat,
  reopenSeats,
  type SeatExplanation,
  type SeatsProblem,
  type SeatsSolution,
  type SeatsState,
} from '@tongxing/shared/matching';
import { Activities } from '../activities/index.js';
import { isHard, seatConflicts, type SeatConflict } from './domain/conflicts.js';
import { roleName } from './domain/month-problem.js';
import { MonthLoads } from './month-loads.js';
import { RunParts } from './run-parts.js';
import { StaffingRuns } from './staffing-runs.js';

export interface SeatReasonView {
  readonly volunteerId: string;
  readonly personId: string;
  readonly name: string;
  readonly chosen: boolean;
  /** What the last run says of them; undefined where it did not know them, or there was none. */
  readonly explained: SeatExplanation | undefined;
  /** What stands against them now. */
  readonly conflicts: readonly SeatConflict[];
}

const FAR = Number.MAX_SAFE_INTEGER;

@Injectable()
export class SeatReasons {
  constructor(
    private readonly activities: Activities,
    private readonly loads: MonthLoads,
    private readonly runs: StaffingRuns,
    private readonly parts: RunParts,
  ) {}

  /**
   * Everybody for one role: who has a seat first, then who could, by what the whole would lose at least, then whoever is
   * ruled out, each with every reason. Nobody where it has no such role or is not open; undefined without the activity.
   */
  async of(agencyId: AgencyId, activityId: string, role: number): Promise<SeatReasonView[] | undefined> {
    const view = await this.activities.find(agencyId, activityId);
    if (!view) return undefined;
    if (!view.activity.roles[role]) return [];
    const month = view.activity.onDate.slice(0, 7);
    const { facts, volunteers } = await this.loads.load(agencyId, month);
    const activity = facts.activities.find(({ id }) => id === activityId);
    if (!activity) return [];
    const state = await this.#lastRun(agencyId, month);
    const has = new Set(
      facts.seats
        .filter((seat) => seat.activityId === activityId && seat.role === role)
        .filter((seat) => seat.state === 'PROPOSED' || seat.state === 'PUBLISHED')
        .map(({ personId }) => personId),
    );
    const found = facts.volunteers.flatMap((person): SeatReasonView[] => {
      const volunteer = volunteers.get(person.personId);
      if (!volunteer) return [];
      const all = seatConflicts(person, { activity, role }, facts.seats);
      return [
        {
          ...{ volunteerId: volunteer.id, personId: person.personId, name: volunteer.person.name },
          chosen: has.has(person.personId),
          explained: state && explained(state, { volunteerId: person.personId, activityId, role: roleName(role) }),
          conflicts: has.has(person.personId) ? all.filter(({ code }) => !OWN_SEAT.has(code)) : all,
        },
      ];
    });
    return found.sort((a, b) => rankOf(a) - rankOf(b) || lossOf(a) - lossOf(b) || (a.personId < b.personId ? -1 : 1));
  }

  async #lastRun(agencyId: AgencyId, month: string): Promise<SeatsState | undefined> {
    const run = await this.runs.newest(agencyId, month);
    if (!run) return undefined;
    const problem = JSON.parse(await this.parts.read(run.id, 'INPUT')) as SeatsProblem;
    const solution = JSON.parse(await this.parts.read(run.id, 'SOLUTION')) as SeatsSolution;
    return reopenSeats(problem, solution);
  }
}

/** Said of whoever has the seat, these would be said of the seat itself. */
const OWN_SEAT: ReadonlySet<string> = new Set(['HAS_SEAT', 'SEATS_TAKEN', 'HOURS_OF_MONTH']);

function explained(state: SeatsState, seat: Parameters<typeof explainSeat>[1]): SeatExplanation | undefined {
  try {
    return explainSeat(state, seat);
  } catch (failure) {
    // Whoever came after the run, and an activity that opened after it.
    if (failure instanceof BadProblem) return undefined;
    throw failure;
  }
}

const rankOf = ({ chosen, conflicts }: SeatReasonView): number =>
  chosen ? 0 : conflicts.some((one) => isHard(one) && one.code !== 'SEATS_TAKEN') ? 3 : conflicts.length > 0 ? 2 : 1;
const lossOf = ({ explained: said }: SeatReasonView): number => said?.leastLoss ?? FAR;
