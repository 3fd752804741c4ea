// A step of an activity from one state to the next (SM8): locked, at the version that was read, with its line in the trail.
// Modules that know the day decide what a step asks; this one writes it.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { ACTIVITY_MACHINE, mayMove, type ActivityState } from '@tongxing/shared/states';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError, StaleVersionError, TransitionError } from '../platform/graphql/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import type { Activity } from './activity.entities.js';

export interface ActivityStep {
  readonly id: string;
  /** As it was read. */
  readonly version: number;
  readonly to: ActivityState;
}
export type ActivityStepError = NotFoundError | StaleVersionError | TransitionError;

@Injectable()
export class ActivityMoves {
  constructor(
    private readonly repository: ActivitiesRepository,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** `decide` runs while the row is locked, and says what else changes or why not. */
  move<E>(
    actor: PersonActor,
    { id, version, to }: ActivityStep,
    decide: (before: Activity) => Promise<Result<Partial<Activity>, E>>,
  ): Promise<Result<Activity, ActivityStepError | E>> {
    return this.work.run(actor, async (): Promise<Result<Activity, ActivityStepError | E>> => {
      const before = await this.repository.lock(actor.agencyId, id);
      if (!before) return err({ code: 'NOT_FOUND' });
      if (before.version !== version) return err({ code: 'STALE_VERSION', currentVersion: before.version });
      const stays = to === 'DRAFT' && before.state === 'DRAFT';
      if (!stays && !mayMove(ACTIVITY_MACHINE, before.state, to)) {
        return err({ code: 'TRANSITION_REFUSED', from: before.state, to });
      }
      const decided = await decide(before);
      if (!decided.ok) return decided;
      const change = { ...decided.value, state: to, version: version + 1 };
      await this.repository.change(id, change);
      const after = { ...before, ...change };
      this.record(ACTIONS[to], after, before.state);
      return ok(after);
    });
  }

  /** Inside a unit of work. */
  record(action: string, { id, state, onDate }: Activity, from?: ActivityState): void {
    const facts = { from: from ?? null, to: state, on: onDate };
    this.trail.record({ action, subjectType: 'Activity', subjectId: id, facts });
  }
}

const ACTIONS: Readonly<Record<ActivityState, string>> = {
  DRAFT: 'activity.changed',
  RISK_REVIEWED: 'activity.reviewed',
  OPEN: 'activity.opened',
  ROSTER_LOCKED: 'activity.rosterLocked',
  RUNNING: 'activity.begun',
  RECORDED: 'activity.recorded',
  EVALUATED: 'activity.evaluated',
  CLOSED: 'activity.closed',
  CANCELLED: 'activity.cancelled',
};
