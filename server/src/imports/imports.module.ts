import { Module, type OnModuleInit } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { ChildrenModule } from '../children/index.js';
import { JobHandlers } from '../platform/outbox/index.js';
import { TeamsModule } from '../teams/index.js';
import { AgencyRegister } from './agency-register.js';
import { ImportsApi } from './api/imports.api.js';
import { ImportsResolver } from './api/imports.resolver.js';
import { RosterFilesController } from './api/roster-files.controller.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { BatchLog } from './batch-log.js';
import { ChildrenWriter } from './children-writer.js';
import { CreatedPeople } from './created-people.js';
import { FamilyWriter } from './family-writer.js';
import { ImportChanges } from './import-changes.js';
import { ImportChoices } from './import-choices.js';
import { ImportUndo } from './import-undo.js';
import { ImportedPeopleRepository } from './imported-people.js';
import { ImportedPlans } from './imported-plans.js';
import { InvitedCoordinators } from './invited-coordinators.js';
import { PlansWriter } from './plans-writer.js';
import { ImportReview } from './import-review.js';
import { ImportsReach } from './imports-reach.js';
import { KnownRows } from './known-rows.js';
import { RostersOfOffices } from './rosters-of-offices.js';
import { RosterPapers } from './roster-papers.js';
import { RosterStaging } from './roster-staging.js';
import { RosterUpdates } from './roster-updates.js';
import { StaffWriter } from './staff-writer.js';
import { ImportsAccess } from './imports.access.js';
import { ImportsPersonalData } from './imports-personal-data.js';
import { RosterMending } from './roster-mending.js';
import { RosterImports } from './roster-imports.js';
import { RosterWriter } from './roster-writer.js';
import { FORGET_ROWS } from './row-retention.js';
import { WorkbookEngine } from './workbook-engine.js';

@Module({
  imports: [ActivitiesModule, ChildrenModule, TeamsModule],
  controllers: [RosterFilesController],
  providers: [
    AgencyRegister,
    ImportBatchesRepository,
    ImportsPersonalData,
    ImportReview,
    ImportChanges,
    ImportChoices,
    ImportsReach,
    BatchLog,
    ChildrenWriter,
    CreatedPeople,
    FamilyWriter,
    KnownRows,
    RosterPapers,
    RostersOfOffices,
    RosterStaging,
    RosterUpdates,
    StaffWriter,
    ImportUndo,
    ImportedPeopleRepository,
    ImportedPlans,
    InvitedCoordinators,
    PlansWriter,
    RosterMending,
    ImportsAccess,
    RosterImports,
    RosterWriter,
    WorkbookEngine,
    ImportsApi,
    ImportsResolver,
  ],
  exports: [RosterImports, WorkbookEngine],
})
export class ImportsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly imports: RosterImports,
  ) {}

  onModuleInit(): void {
    this.handlers.inUnit(FORGET_ROWS, ({ batchId }, { agencyId }) => this.imports.forgetRows(agencyId, batchId));
  }
}
