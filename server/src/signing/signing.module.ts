import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { DocumentsModule } from '../documents/index.js';
import { PeopleModule } from '../people/index.js';
import { AgreementNews } from './agreement-news.js';
import { AgreementPapers } from './agreement-papers.js';
import { AgreementScans } from './agreement-scans.js';
import { AgreementTemplates } from './agreement-templates.js';
import { Agreements } from './agreements.js';
import { AgreementsRepository } from './agreements.repository.js';
import { AgreementCheckResolver } from './api/agreement-check.resolver.js';
import { AgreementFileController } from './api/agreement-file.controller.js';
import { AgreementScansResolver } from './api/agreement-scans.resolver.js';
import { AgreementTemplatesResolver } from './api/agreement-templates.resolver.js';
import { AgreementsResolver } from './api/agreements.resolver.js';
import { CosignResolver } from './api/cosign.resolver.js';
import { FamilyAgreementsResolver } from './api/family-agreements.resolver.js';
import { OwnAgreementsResolver } from './api/own-agreements.resolver.js';
import { ToAgreement } from './api/to-agreement.js';
import { CosignLinks } from './cosign-links.js';
import { FamilyAgreements } from './family-agreements.js';
import { OwnAgreements } from './own-agreements.js';
import { Signing } from './signing.js';
import { SignedAtDesk } from './signed-at-desk.js';
import { SigningPersonalData } from './signing-personal-data.js';

const SERVICES = [AgreementTemplates, Agreements, CosignLinks, FamilyAgreements, OwnAgreements, SignedAtDesk, Signing];
const INNER = [AgreementNews, AgreementPapers, AgreementScans, AgreementsRepository, SigningPersonalData, ToAgreement];
const API = [
  AgreementCheckResolver,
  AgreementScansResolver,
  AgreementTemplatesResolver,
  AgreementsResolver,
  CosignResolver,
  FamilyAgreementsResolver,
  OwnAgreementsResolver,
];

@Module({
  imports: [AgreementsModule, ChildrenModule, DisclosureModule, DocumentsModule, PeopleModule],
  controllers: [AgreementFileController],
  providers: [...SERVICES, ...INNER, ...API],
  exports: SERVICES,
})
export class SigningModule {}
