import { Activity, ActivityDay, ActivityMoving, ActivitySeries, ActivityWorker, Venue } from './activity.entities.js';

export { Activities } from './activities.js';
export { Activity } from './activity.entities.js';
export { ActivityKindEnum, ActivityStateEnum } from './api/activities.types.js';
export { ActivitiesModule } from './activities.module.js';
export { ActivityMoves, type ActivityStepError } from './activity-moves.js';
export { ActivityPlans, type NewPlan } from './activity-plans.js';
export { ActivityTeam } from './activity-team.js';
export { ActivityEnds, type ActivityEnd } from './activity-ends.js';
export { ActivityHolds, type ActivityHold } from './series/activity-holds.js';
export { type ActivityView } from './activity-views.js';
export { type MoveConflict } from './domain/rescheduling.js';
export { MOVE_ORDER, MoveEffects, type Move, type ToldOfMove } from './move-effects.js';
export { Rescheduling } from './rescheduling.js';
export { Venues } from './venues.js';

/** Tables of this module. */
export const ACTIVITY_ENTITIES = [Activity, ActivityDay, ActivityMoving, ActivitySeries, ActivityWorker, Venue];
