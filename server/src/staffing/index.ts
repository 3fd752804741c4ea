import { ActivityWishRow, SeatAssignment, StaffingRun, StaffingRunPart } from './staffing.entities.js';

export { OwnSeats } from './own-seats.js';
export { Seats } from './seats.js';
export { StaffingBoards } from './boards.js';
export { StaffingModule } from './staffing.module.js';
export { StaffingRuns } from './staffing-runs.js';

/** Tables of this module. */
export const STAFFING_ENTITIES = [ActivityWishRow, SeatAssignment, StaffingRun, StaffingRunPart];
