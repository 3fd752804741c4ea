import { assertUnreachable, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { ActivityError } from '../activities.js';
import type { ActivityView, ClashView, Named } from '../activity-views.js';
import type { ActivityFields } from '../domain/plan.js';
import {
  ActivityInChargeType,
  type ActivityPlanInput,
  ActivityRoleType,
  ActivityType,
  BudgetLineType,
  OwnPlan,
  PlanIncomplete,
  TimeClashType,
  TimeTaken,
} from './activities.types.js';
import { toVenue } from './venues.types.js';

export const toInCharge = ({ id, name }: Named): ActivityInChargeType =>
  make(ActivityInChargeType, { id: toGlobalId('Person', id), name });

export const toClash = ({ what, activity, names }: ClashView): TimeClashType => {
  const { theme, startMinute, endMinute } = activity;
  const otherId = toGlobalId('Activity', activity.id);
  return make(TimeClashType, { what, otherId, theme, startMinute, endMinute, names: [...names] });
};

export function toActivity(view: ActivityView, viewer: PersonActor): ActivityType {
  const { activity, venue, inCharge, plannedBy, reviewedBy, riskChildren, riskStaff, cancelReason, needs } = view;
  const { kind, state, theme, themeEn, onDate, startMinute, endMinute, childrenGroup, children, version } = activity;
  const { childrenPerAdult, taskGoal, processGoal, childrenPart } = activity;
  return make(ActivityType, {
    ...{ kind, state, theme, themeEn, onDate, startMinute, endMinute, childrenGroup, children, version },
    ...{ childrenPerAdult, taskGoal, processGoal, childrenPart, riskChildren, riskStaff, plannedBy, view },
    id: toGlobalId('Activity', activity.id),
    venue: toVenue(venue),
    inCharge: inCharge.map(toInCharge),
    roles: activity.roles.map((role) => make(ActivityRoleType, { ...role })),
    budget: activity.budget.map((line) => make(BudgetLineType, { ...line })),
    needs: [...needs],
    ownPlan: activity.plannedBy === viewer.personId,
    reviewedBy: reviewedBy ?? null,
    cancelReason: cancelReason ?? null,
  });
}

export function toRefusal(error: ActivityError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
    case 'STALE_VERSION':
    case 'TRANSITION_REFUSED':
      return toCommonPayload(error);
    case 'PLAN_INCOMPLETE':
      return make(PlanIncomplete, { code: error.code, message: 'The plan needs more.', needs: [...error.needs] });
    case 'TIME_TAKEN':
      return make(TimeTaken, {
        code: error.code,
        message: 'Venue or colleague are elsewhere at these hours.',
        clashes: error.clashes.map(toClash),
      });
    case 'OWN_PLAN':
      return make(OwnPlan, { code: error.code, message: 'Somebody else has to read the risks.' });
    default:
      return assertUnreachable(error);
  }
}

export const toResult = (actor: PersonActor, outcome: Result<ActivityView, ActivityError>) =>
  outcome.ok ? toActivity(outcome.value, actor) : toRefusal(outcome.error);

export const fieldsOf = (input: ActivityPlanInput): ActivityFields => ({
  ...{ kind: input.kind, theme: input.theme, themeEn: input.themeEn, onDate: input.onDate },
  ...{ startMinute: input.startMinute, endMinute: input.endMinute, childrenGroup: input.childrenGroup },
  ...{ children: input.children, childrenPerAdult: input.childrenPerAdult, taskGoal: input.taskGoal },
  ...{ processGoal: input.processGoal, childrenPart: input.childrenPart },
  ...{ riskChildren: input.riskChildren, riskStaff: input.riskStaff, roles: input.roles, budget: input.budget },
  venueId: fromGlobalId('Venue', input.venueId) ?? '',
  inChargeIds: input.inChargeIds.map((id) => fromGlobalId('Person', id) ?? ''),
});
