import { Activity, ActivityDay, ActivityWorker, Venue } from './activity.entities.js';

export { Activities } from './activities.js';
export { ActivitiesModule } from './activities.module.js';
export { Venues } from './venues.js';

/** Tables of this module. */
export const ACTIVITY_ENTITIES = [Activity, ActivityDay, ActivityWorker, Venue];
