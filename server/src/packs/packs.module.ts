import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { AttendanceModule } from '../attendance/index.js';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { DocumentsModule } from '../documents/index.js';
import { HolidaysModule } from '../holidays/index.js';
import { PeopleModule } from '../people/index.js';
import { ProgressModule } from '../progress/index.js';
import { TeamsModule } from '../teams/index.js';
import { ImpactResolver } from './api/impact.resolver.js';
import { PackFilesController } from './api/pack-files.controller.js';
import { PacksResolver } from './api/packs.resolver.js';
import { PapersResolver } from './api/papers.resolver.js';
import { Certificates } from './certificates.js';
import { CompanionInterests } from './companion-interests.js';
import { CompanyPacks } from './company-packs.js';
import { Impact } from './impact.js';
import { PackHeads } from './pack-heads.js';
import { PackOpening } from './pack-opening.js';
import { PackThanks } from './pack-thanks.js';
import { Packs } from './packs.js';
import { PacksPersonalData } from './packs-personal-data.js';
import { PacksRepository } from './packs.repository.js';
import { TeamPapers } from './team-papers.js';

@Module({
  imports: [
    ActivitiesModule,
    AttendanceModule,
    ChildrenModule,
    DisclosureModule,
    DocumentsModule,
    HolidaysModule,
    PeopleModule,
    ProgressModule,
    TeamsModule,
  ],
  controllers: [PackFilesController],
  providers: [
    Certificates,
    CompanionInterests,
    Impact,
    ImpactResolver,
    CompanyPacks,
    PackHeads,
    PackOpening,
    PackThanks,
    Packs,
    PacksPersonalData,
    PacksRepository,
    PacksResolver,
    PapersResolver,
    TeamPapers,
  ],
  exports: [PackOpening, Packs],
})
export class PacksModule {}
