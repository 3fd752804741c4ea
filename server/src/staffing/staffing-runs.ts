// Seats of a month by the engine: what is decided stays, what was proposed stays where it can, the proof is stored.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import {
  startSeats,
  storedSeatsRun,
  verifyStoredRun,
  type SeatsSolution,
  type SeatsState,
  type Verdict,
} from '@tongxing/shared/matching';
import { Activities } from '../activities/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError } from '../platform/graphql/index.js';
import { monthProblem, roleIndex, stands } from './domain/month-problem.js';
import { MonthLoads, type LoadedMonth } from './month-loads.js';
import { RunParts } from './run-parts.js';
import { SeatsRepository } from './seats.repository.js';
import { StaffingRun, type SeatAssignment } from './staffing.entities.js';

export interface NothingToStaffError {
  readonly code: 'NOTHING_TO_STAFF';
}
/** Somebody else changed seats of the month while the engine was at it, more than once. */
export interface MonthBusyError {
  readonly code: 'MONTH_BUSY';
}
export type RunStaffingError = InvalidInputError | NothingToStaffError | MonthBusyError;

const LONGEST_REQUEST = 64;
const MOST_TRIES = 3;
export const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

@Injectable()
export class StaffingRuns {
  constructor(
    private readonly loads: MonthLoads,
    private readonly seats: SeatsRepository,
    private readonly activities: Activities,
    private readonly parts: RunParts,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  newest(agencyId: AgencyId, month: string): Promise<StaffingRun | null> {
    return this.database
      .repository(StaffingRun)
      .findOne({ where: { agencyId, month }, order: { startedAt: 'DESC', id: 'DESC' } });
  }

  /** Proposes seats for the open activities of a month; the same `requestId` again answers with the same run. */
  async run(actor: PersonActor, month: string, requestId: string): Promise<Result<StaffingRun, RunStaffingError>> {
    const { agencyId } = actor;
    if (!MONTH.test(month)) return err({ code: 'INVALID_INPUT', fields: [{ field: 'month', code: 'MALFORMED' }] });
    const key = requestId.slice(0, LONGEST_REQUEST);
    const earlier = await this.database.repository(StaffingRun).findOneBy({ agencyId, requestId: key });
    if (earlier) return ok(earlier);
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const loaded = await this.loads.load(agencyId, month);
      if (loaded.views.length === 0) return err({ code: 'NOTHING_TO_STAFF' });
      const began = performance.now();
      const state = startSeats(monthProblem(loaded.facts));
      if (!state.verdict.valid) throw new Error('BUG: the engine gave seats that its checker refuses');
      const kept = await this.#keep(actor, loaded, state, {
        ...{ month, requestId: key, durationMs: Math.round(performance.now() - began) },
      });
      if (kept) return ok(kept);
    }
    return err({ code: 'MONTH_BUSY' });
  }

  /** Proves a stored run again from its stored text alone. */
  async verify(run: StaffingRun): Promise<Verdict> {
    const input = await this.parts.read(run.id, 'INPUT');
    if (sha256(input) !== run.inputHash) return { valid: false, problems: ['the stored input has another hash'] };
    const result = JSON.parse(await this.parts.read(run.id, 'SOLUTION')) as SeatsSolution;
    const { objective, bound } = result.certificate;
    if (String(objective) !== run.objective || String(bound) !== run.bound) {
      return { valid: false, problems: ['the run says another value than its certificate'] };
    }
    return verifyStoredRun({ kind: 'SEATS', input, result });
  }

  /** Undefined where seats of these activities changed since they were read: then the plan is of yesterday. */
  #keep(
    actor: PersonActor,
    loaded: LoadedMonth,
    state: SeatsState,
    said: { readonly month: string; readonly requestId: string; readonly durationMs: number },
  ): Promise<StaffingRun | undefined> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const activityIds = loaded.views.map(({ activity }) => activity.id);
      const held = await this.activities.held(agencyId, activityIds);
      const now = await this.seats.lockedOfActivities(agencyId, activityIds);
      if (held.some(({ state: is }) => is !== 'OPEN') || markOf(now) !== markOf(loaded.rows)) return undefined;
      const run = this.#row(actor, state, { ...said, before: now });
      await this.database.repository(StaffingRun).insert(run as never);
      const { input, result } = storedSeatsRun(state);
      await this.parts.write(agencyId, run.id, 'INPUT', input);
      await this.parts.write(agencyId, run.id, 'SOLUTION', JSON.stringify(result));
      const proposals = now.filter((seat) => seat.state === 'PROPOSED' && seat.source === 'RUN');
      await this.seats.removeProposals(proposals.map(({ id }) => id));
      await this.seats.add(this.#proposals(agencyId, run.id, loaded, state));
      const facts = { month: said.month, seats: run.seats, activities: run.activities };
      this.trail.record({ action: 'staffing.run', subjectType: 'StaffingRun', subjectId: run.id, facts });
      return run;
    });
  }

  #row(
    { agencyId, personId }: PersonActor,
    { problem, solution, verdict }: SeatsState,
    said: {
      readonly month: string;
      readonly requestId: string;
      readonly durationMs: number;
      readonly before: readonly SeatAssignment[];
    },
  ): StaffingRun {
    const { month, requestId, durationMs, before } = said;
    const { certificate, gapPpm, cancel, short, seats } = solution;
    const key = (personOf: string, activityId: string, role: string) => `${personOf} ${activityId} ${role}`;
    const taken = before.filter(({ state }) => state === 'PROPOSED' || state === 'PUBLISHED');
    const had = new Set(taken.map((seat) => key(seat.personId, seat.activityId, `r${seat.role}`)));
    const has = new Set(seats.map((seat) => key(seat.volunteerId, seat.activityId, seat.role)));
    return {
      ...{ id: this.ids.next<never>(), agencyId, requestId, month, startedBy: personId },
      ...{ startedAt: this.clock.nowIso(), durationMs, gapPpm, seats: seats.length },
      activities: problem.activities.length,
      volunteers: problem.volunteers.filter(({ eligible }) => eligible).length,
      objective: String(certificate.objective),
      bound: String(certificate.bound),
      certificateChecked: verdict.valid,
      inputHash: sha256(storedSeatsRun({ problem, solution } as SeatsState).input),
      weightsVersion: problem.weights.version,
      cancelling: cancel.map(({ activityId, least, reachable }) => ({ activityId, least, reachable })),
      shortOf: short.map(({ activityId, missing }) => ({ activityId, missing })),
      come: [...has].filter((one) => !had.has(one)).length,
      gone: [...had].filter((one) => !has.has(one)).length,
    };
  }

  /** New rows for what the engine chose; what stood already stands. */
  #proposals(agencyId: AgencyId, runId: string, loaded: LoadedMonth, { solution }: SeatsState): SeatAssignment[] {
    const { facts, rows } = loaded;
    const standing = new Set(rows.filter(stands).map(({ personId, activityId }) => `${personId} ${activityId}`));
    const activities = new Map(facts.activities.map((activity) => [activity.id, activity]));
    return solution.seats.flatMap(({ volunteerId, activityId, role, value }): SeatAssignment[] => {
      const activity = activities.get(activityId);
      if (!activity || standing.has(`${volunteerId} ${activityId}`)) return [];
      const { onDate, startMinute, endMinute } = activity;
      return [
        {
          ...{ id: this.ids.next<never>(), agencyId, activityId, personId: volunteerId, role: roleIndex(role) },
          ...{ onDate, startMinute, endMinute, source: 'RUN', state: 'PROPOSED', runId, value, version: 1 },
          ...{ publishedAt: null, publishedBy: null, answeredAt: null, reasonSealed: null },
          createdAt: this.clock.nowIso(),
        },
      ];
    });
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const markOf = (rows: readonly SeatAssignment[]): string =>
  rows
    .map(({ id, version }) => `${id}:${String(version)}`)
    .sort()
    .join();
