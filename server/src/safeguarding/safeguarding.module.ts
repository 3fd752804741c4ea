import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { ProgressModule } from '../progress/index.js';
import { DutyResolver } from './api/duty.resolver.js';
import { IncidentResolver } from './api/incident.resolver.js';
import { ConcernFileResolver } from './api/concern-file.resolver.js';
import { ConcernResolver, OwnConcernsResolver } from './api/concern.resolver.js';
import { FamilyCardResolver } from './api/family-card.resolver.js';
import { CaseTeam } from './case-team.js';
import { ConcernNames } from './concern-names.js';
import { ConcernReaches } from './concern-reaches.js';
import { Concerns } from './concerns.js';
import { ConcernsRepository } from './concerns.repository.js';
import { DutyRota } from './duty/duty-rota.js';
import { Escalation } from './duty/escalation.js';
import { Incidents } from './incidents/incidents.js';
import { FamilyCards } from './family-cards.js';
import { SafeguardingPersonalData } from './safeguarding-personal-data.js';
import { ReportClock } from './duty/report-clock.js';
import { ConcernTiesResolver } from './api/concern-ties.resolver.js';
import { ConcernTies } from './ties/concern-ties.js';
import { ConcernTiesRepository } from './ties/concern-ties.repository.js';
import { ConcernSteps } from './steps/concern-steps.js';
import { ConcernStepsRepository } from './steps/concern-steps.repository.js';

@Module({
  imports: [ChildrenModule, ProgressModule],
  providers: [
    CaseTeam,
    ConcernFileResolver,
    ConcernNames,
    ConcernReaches,
    ConcernSteps,
    ConcernTies,
    ConcernTiesRepository,
    ConcernTiesResolver,
    ConcernStepsRepository,
    ConcernResolver,
    Concerns,
    ConcernsRepository,
    DutyResolver,
    DutyRota,
    Escalation,
    FamilyCardResolver,
    FamilyCards,
    IncidentResolver,
    Incidents,
    OwnConcernsResolver,
    ReportClock,
    SafeguardingPersonalData,
  ],
  exports: [Concerns, FamilyCards],
})
export class SafeguardingModule {}
