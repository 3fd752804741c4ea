import { CalendarFeed } from './calendar-feed.entity.js';

export { CalendarModule } from './calendar.module.js';
export { toICal } from './domain/ical.js';
export { CalendarSources, type Appointment, type AppointmentSource } from './calendar-sources.js';

/** Tables of this module. */
export const CALENDAR_ENTITIES = [CalendarFeed];
