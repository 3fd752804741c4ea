import { AgencyHoliday, AgencyHolidayYear } from './holiday.entities.js';

export { Holidays, type HolidayDay } from './holidays.js';
export { HolidaysModule } from './holidays.module.js';

/** Tables of this module. */
export const HOLIDAY_ENTITIES = [AgencyHoliday, AgencyHolidayYear];
