import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { HolidaysModule } from '../holidays/index.js';
import { PeopleModule } from '../people/index.js';
import { TeamsModule } from '../teams/index.js';
import { CompanyYearResolver } from './api/company-year.resolver.js';
import { YearLinesResolver } from './api/year-lines.resolver.js';
import { OwnYearResolver } from './api/own-year.resolver.js';
import { CompanyYearPersonalData } from './company-year-personal-data.js';
import { CompanyYearRepository } from './company-year.repository.js';
import { CompanyYears } from './company-years.js';
import { DaysEngine } from './days-engine.js';
import { OwnYears } from './own-years.js';
import { YearBoards } from './year-boards.js';
import { YearFactsLoader } from './year-facts.js';
import { YearPlans } from './year-plans.js';
import { YearLines } from './year-lines.js';
import { YearMessages } from './year-messages.js';
import { YearProofs } from './year-proofs.js';
import { YearTelling } from './year-telling.js';

@Module({
  imports: [ActivitiesModule, HolidaysModule, PeopleModule, TeamsModule],
  providers: [
    ...[CompanyYearPersonalData, CompanyYearRepository, CompanyYears, DaysEngine, OwnYears, YearBoards],
    ...[YearFactsLoader, YearPlans, YearLines, YearMessages, YearProofs, YearTelling],
    ...[YearLinesResolver, CompanyYearResolver, OwnYearResolver],
  ],
  exports: [CompanyYears, OwnYears, YearBoards, YearLines, YearMessages, YearPlans, YearTelling],
})
export class CompanyYearModule {}
