import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { Acceptance } from './acceptance.js';
import { ApplicationAsksResolver } from './api/application-asks.resolver.js';
import { ApplicationsResolver } from './api/applications.resolver.js';
import { ApplyLinksResolver } from './api/apply-links.resolver.js';
import { ApplyingResolver } from './api/applying.resolver.js';
import { ApplicationAsks } from './application-asks.js';
import { ApplicationErasures } from './application-erasures.js';
import { Applications } from './applications.js';
import { ApplicationsRepository } from './applications.repository.js';
import { Applying } from './applying.js';
import { ApplyForms } from './apply-forms.js';

@Module({
  imports: [PeopleModule],
  providers: [
    Acceptance,
    ApplicationAsks,
    ApplicationAsksResolver,
    ApplicationErasures,
    Applications,
    ApplicationsRepository,
    ApplicationsResolver,
    Applying,
    ApplyingResolver,
    ApplyForms,
    ApplyLinksResolver,
  ],
  exports: [Acceptance, ApplicationAsks, Applications, Applying, ApplyForms],
})
export class ApplicationsModule {}
