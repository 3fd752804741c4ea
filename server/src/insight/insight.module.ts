import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/index.js';
import { ChildrenModule } from '../children/index.js';
import { DocumentsModule } from '../documents/index.js';
import { HelpingModule } from '../helping/index.js';
import { ImportsModule } from '../imports/index.js';
import { PacksModule } from '../packs/index.js';
import { RightsModule } from '../rights/index.js';
import { SafeguardingModule } from '../safeguarding/index.js';
import { TeamsModule } from '../teams/index.js';
import { AuditFileController } from './api/audit-file.controller.js';
import { AuditResolver, FileReadResolver } from './api/audit.resolver.js';
import { TodayResolver } from './api/today.resolver.js';
import { AuditExport } from './audit-export.js';
import { AuditReader } from './audit-reader.js';
import { AuditScope } from './audit-scope.js';
import { AuditWholeness } from './audit-wholeness.js';
import { FiguresResolver } from './family-figures/api/figures.resolver.js';
import { FamilyFigures } from './family-figures/family-figures.js';
import { FigureCounts } from './family-figures/figure-counts.js';
import { HouseholdsBehind } from './family-figures/households-behind.js';
import { FileReaders } from './file-readers.js';
import { LIST_CONTROLLERS, LIST_PROVIDERS } from './lists/list-parts.js';
import { Today } from './today.js';

@Module({
  imports: [
    ApplicationsModule,
    ChildrenModule,
    DocumentsModule,
    HelpingModule,
    ImportsModule,
    PacksModule,
    RightsModule,
    SafeguardingModule,
    TeamsModule,
  ],
  controllers: [AuditFileController, ...LIST_CONTROLLERS],
  providers: [
    ...LIST_PROVIDERS,
    AuditExport,
    AuditReader,
    AuditScope,
    AuditWholeness,
    FileReaders,
    AuditResolver,
    FileReadResolver,
    FamilyFigures,
    FigureCounts,
    FiguresResolver,
    HouseholdsBehind,
    Today,
    TodayResolver,
  ],
})
export class InsightModule {}
