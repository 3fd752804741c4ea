import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { PeopleModule } from '../people/index.js';
import { AgreementPapers } from './agreement-papers.js';
import { AgreementTemplates } from './agreement-templates.js';
import { Agreements } from './agreements.js';
import { AgreementsRepository } from './agreements.repository.js';
import { AgreementCheckResolver } from './api/agreement-check.resolver.js';
import { AgreementFileController } from './api/agreement-file.controller.js';
import { AgreementTemplatesResolver } from './api/agreement-templates.resolver.js';
import { AgreementsResolver } from './api/agreements.resolver.js';
import { OwnAgreementsResolver } from './api/own-agreements.resolver.js';
import { ToAgreement } from './api/to-agreement.js';
import { OwnAgreements } from './own-agreements.js';
import { Signing } from './signing.js';
import { SigningPersonalData } from './signing-personal-data.js';

const SERVICES = [AgreementTemplates, Agreements, OwnAgreements];
const INNER = [AgreementPapers, AgreementsRepository, Signing, SigningPersonalData, ToAgreement];
const API = [AgreementCheckResolver, AgreementTemplatesResolver, AgreementsResolver, OwnAgreementsResolver];

@Module({
  imports: [AgreementsModule, ChildrenModule, DisclosureModule, PeopleModule],
  controllers: [AgreementFileController],
  providers: [...SERVICES, ...INNER, ...API],
  exports: SERVICES,
})
export class SigningModule {}
