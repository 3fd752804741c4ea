import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { AttendanceModule } from '../attendance/index.js';
import { CalendarModule } from '../calendar/index.js';
import { PeopleModule } from '../people/index.js';
import { OwnSeatsResolver } from './api/own-seats.resolver.js';
import { StaffingResolver } from './api/staffing.resolver.js';
import { StaffingBoards } from './boards.js';
import { CalledOff } from './called-off.js';
import { MovedSeats } from './moved-seats.js';
import { MonthLoads } from './month-loads.js';
import { OwnSeats } from './own-seats.js';
import { RunParts } from './run-parts.js';
import { SeatAppointments } from './seat-appointments.js';
import { SeatGate } from './seat-gate.js';
import { SeatReasons } from './seat-reasons.js';
import { SeatsExpected } from './seats-expected.js';
import { Seats } from './seats.js';
import { SeatsRepository } from './seats.repository.js';
import { StaffingPersonalData } from './staffing-personal-data.js';
import { StaffingRuns } from './staffing-runs.js';

@Module({
  imports: [ActivitiesModule, AttendanceModule, CalendarModule, PeopleModule],
  providers: [
    ...[
      CalledOff,
      MonthLoads,
      MovedSeats,
      OwnSeats,
      RunParts,
      SeatAppointments,
      SeatGate,
      SeatReasons,
      Seats,
      SeatsExpected,
      SeatsRepository,
    ],
    ...[StaffingBoards, StaffingPersonalData, StaffingRuns, OwnSeatsResolver, StaffingResolver],
  ],
  exports: [OwnSeats, Seats, StaffingBoards, StaffingRuns],
})
export class StaffingModule {}
