import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { RenewalsResolver } from './api/renewals.resolver.js';
import { ColleagueEnds } from './colleague-ends.js';
import { Companions } from './companions.js';
import { EligibilityEnds } from './eligibility-ends.js';
import { RemindedFacts } from './reminded-facts.js';
import { Reminders } from './reminders.js';
import { RemindersPersonalData } from './reminders-personal-data.js';
import { Renewals } from './renewals.js';
import { WaitingAgreements } from './waiting-agreements.js';

@Module({
  imports: [PeopleModule],
  providers: [
    ColleagueEnds,
    Companions,
    EligibilityEnds,
    RemindedFacts,
    Reminders,
    RemindersPersonalData,
    Renewals,
    RenewalsResolver,
    WaitingAgreements,
  ],
  exports: [Companions, RemindedFacts, Reminders],
})
export class RemindersModule {}
