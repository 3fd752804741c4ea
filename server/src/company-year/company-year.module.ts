import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { PeopleModule } from '../people/index.js';
import { TeamsModule } from '../teams/index.js';
import { CompanyYearResolver } from './api/company-year.resolver.js';
import { OwnYearResolver } from './api/own-year.resolver.js';
import { CompanyYearPersonalData } from './company-year-personal-data.js';
import { CompanyYearRepository } from './company-year.repository.js';
import { CompanyYears } from './company-years.js';
import { DaysEngine } from './days-engine.js';
import { OwnYears } from './own-years.js';
import { YearBoards } from './year-boards.js';
import { YearFactsLoader } from './year-facts.js';
import { YearPlans } from './year-plans.js';
import { YearProofs } from './year-proofs.js';
import { YearTelling } from './year-telling.js';

@Module({
  imports: [ActivitiesModule, PeopleModule, TeamsModule],
  providers: [
    ...[CompanyYearPersonalData, CompanyYearRepository, CompanyYears, DaysEngine, OwnYears, YearBoards],
    ...[YearFactsLoader, YearPlans, YearProofs, YearTelling, CompanyYearResolver, OwnYearResolver],
  ],
  exports: [CompanyYears, OwnYears, YearBoards, YearPlans, YearTelling],
})
export class CompanyYearModule {}
