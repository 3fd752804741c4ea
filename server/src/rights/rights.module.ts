import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { PeopleModule } from '../people/index.js';
import { RightsFileController } from './api/rights-file.controller.js';
import { MyRightsResolver, RightsResolver } from './api/rights.resolver.js';
import { BreachFileController } from './breaches/api/breach-file.controller.js';
import { BreachesResolver } from './breaches/api/breaches.resolver.js';
import { BreachReports } from './breaches/breach-reports.js';
import { Breaches } from './breaches/breaches.js';
import { Copies } from './copies.js';
import { EvidenceFileController } from './evidence/api/evidence-file.controller.js';
import { EvidenceResolver } from './evidence/api/evidence.resolver.js';
import { EvidenceCounts } from './evidence/evidence-counts.js';
import { EvidenceFiles } from './evidence/evidence-files.js';
import { Evidences } from './evidence/evidences.js';
import { RightsAnswers } from './rights-answers.js';
import { RightsDownloads } from './rights-downloads.js';
import { RightsFiles } from './rights-files.js';
import { RightsPersonalData } from './rights-personal-data.js';
import { RightsReminders } from './rights-reminders.js';
import { RightsRequests } from './rights-requests.js';
import { RightsStore } from './rights-store.js';

@Module({
  imports: [PeopleModule, ChildrenModule],
  controllers: [BreachFileController, EvidenceFileController, RightsFileController],
  providers: [
    Breaches,
    BreachesResolver,
    BreachReports,
    Copies,
    EvidenceCounts,
    EvidenceFiles,
    EvidenceResolver,
    Evidences,
    MyRightsResolver,
    RightsAnswers,
    RightsDownloads,
    RightsFiles,
    RightsPersonalData,
    RightsReminders,
    RightsRequests,
    RightsResolver,
    RightsStore,
  ],
  exports: [Copies, Evidences, RightsAnswers, RightsReminders, RightsRequests],
})
export class RightsModule {}
