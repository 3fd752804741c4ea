import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { MatchingModule } from '../matching/index.js';
import { GuardianHelpingResolver } from './api/guardian-helping.resolver.js';
import { HelpingResolver } from './api/helping.resolver.js';
import { MyHelpingResolver } from './api/my-helping.resolver.js';
import { GrownVolunteers } from './grown-volunteers.js';
import { HelperAnswers } from './helper-answers.js';
import { HelperCounts } from './helper-counts.js';
import { HelperFactsReader } from './helper-facts.js';
import { HelperJourneys } from './helper-journeys.js';
import { HelperRows } from './helper-rows.js';
import { HelperSides } from './helper-sides.js';
import { HelperVolunteers } from './helper-volunteers.js';
import { HelpingPersonalData } from './helping-personal-data.js';
import { MyHelping } from './my-helping.js';

@Module({
  imports: [ChildrenModule, DisclosureModule, MatchingModule],
  providers: [
    GrownVolunteers,
    GuardianHelpingResolver,
    HelperAnswers,
    HelperCounts,
    HelperFactsReader,
    HelperJourneys,
    HelperRows,
    HelperSides,
    HelperVolunteers,
    HelpingPersonalData,
    HelpingResolver,
    MyHelping,
    MyHelpingResolver,
  ],
  exports: [GrownVolunteers, HelperAnswers, HelperJourneys, MyHelping],
})
export class HelpingModule {}
