import { ActivityChild, ActivityRecord, CheckIn, ServiceHours } from './attendance.entities.js';

export { ChildrenPart } from './children-part.js';
export { Arrivals } from './arrivals.js';
export { AfterDays, type AfterDay, type ChildSaid } from './after-day.js';
export { AttendanceModule } from './attendance.module.js';
export { Days, type LookBack } from './days.js';
export { ExpectedPeople, type Expected, type ExpectedSource } from './expected-people.js';

export { ActivityChild, ActivityRecord, ServiceHours };

/** Tables of this module. */
export const ATTENDANCE_ENTITIES = [ActivityChild, ActivityRecord, CheckIn, ServiceHours];
