import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { ChildrenModule } from '../children/index.js';
import { SafeguardingModule } from '../safeguarding/index.js';
import { Agenda } from './agenda.js';
import { OwnSupervisionResolver } from './api/own-supervision.resolver.js';
import { SupervisionBoardResolver } from './api/supervision-board.resolver.js';
import { SupervisionResolver } from './api/supervision.resolver.js';
import { Delegates } from './delegates/delegates.js';
import { OwnAppointments } from './own-appointments.js';
import { OwnSessions } from './own-sessions.js';
import { Sessions } from './sessions.js';
import { SessionsRepository } from './sessions.repository.js';
import { SupervisedMoves } from './supervised-moves.js';
import { SupervisionCircle } from './supervision-circle.js';
import { SupervisionLoads } from './supervision-loads.js';
import { SupervisionPersonalData } from './supervision-personal-data.js';

const SERVICES = [Delegates, OwnSessions, Sessions, SupervisionLoads];
const INNER = [
  Agenda,
  OwnAppointments,
  SessionsRepository,
  SupervisedMoves,
  SupervisionCircle,
  SupervisionPersonalData,
];
const API = [OwnSupervisionResolver, SupervisionBoardResolver, SupervisionResolver];

@Module({
  imports: [CalendarModule, ChildrenModule, SafeguardingModule],
  providers: [...SERVICES, ...INNER, ...API],
  exports: SERVICES,
})
export class SupervisionModule {}
