import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/index.js';
import { ActivitiesModule } from '../activities/index.js';
import { AttendanceModule } from '../attendance/index.js';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { DocumentsModule } from '../documents/index.js';
import { GivingModule } from '../giving/index.js';
import { HelpingModule } from '../helping/index.js';
import { ImportsModule } from '../imports/index.js';
import { LearningModule } from '../learning/index.js';
import { ProgrammesModule } from '../programmes/index.js';
import { ProgressModule } from '../progress/index.js';
import { RightsModule } from '../rights/index.js';
import { RostersModule } from '../rosters/index.js';
import { StaffingModule } from '../staffing/index.js';
import { SharingModule } from '../sharing/index.js';
import { CompanyYearModule } from '../company-year/index.js';
import { TeamsModule } from '../teams/index.js';
import { CohortRows } from './cohorts/cohort-rows.js';
import { SigningModule } from '../signing/index.js';
import { SupervisionModule } from '../supervision/index.js';
import { DemoAgreements } from './demo-agreements.js';
import { DemoApplicants } from './demo-applicants.js';
import { DemoActivities } from './demo-activities.js';
import { DemoDayChildren } from './demo-day-children.js';
import { DemoColleagues } from './demo-colleagues.js';
import { DemoCompanionships } from './demo-companionships.js';
import { DemoConsents } from './demo-consents.js';
import { DemoDailyLife } from './demo-daily-life.js';
import { DemoFamilies } from './demo-families.js';
import { DemoGifts } from './demo-gifts.js';
import { DemoHelpers } from './demo-helpers.js';
import { DemoPapers } from './demo-papers.js';
import { DemoPeople } from './demo-people.js';
import { DemoProgrammes } from './demo-programmes.js';
import { DemoShares } from './demo-shares.js';
import { DemoSupervision } from './demo-supervision.js';
import { DemoStaffing } from './demo-staffing.js';
import { DemoCompanyYear } from './demo-company-year.js';
import { DemoTeamRoster } from './demo-team-roster.js';
import { DemoTeams } from './demo-teams.js';
import { DemoTraining } from './demo-training.js';
import { DemoVolunteer } from './demo-volunteer.js';
import { SeedCohorts } from './seed-cohorts.js';
import { SeedDemo } from './seed-demo.js';
import { StartWords } from './start-words.js';

/** Part of every start, and idle in production. */
@Module({
  imports: [
    ApplicationsModule,
    ActivitiesModule,
    AttendanceModule,
    ChildrenModule,
    DisclosureModule,
    DocumentsModule,
    GivingModule,
    HelpingModule,
    ImportsModule,
    LearningModule,
    ProgrammesModule,
    ProgressModule,
    RightsModule,
    SharingModule,
    StaffingModule,
    SigningModule,
    SupervisionModule,
    RostersModule,
    TeamsModule,
    CompanyYearModule,
  ],
  providers: [
    DemoPeople,
    DemoAgreements,
    DemoApplicants,
    DemoActivities,
    DemoDayChildren,
    DemoStaffing,
    DemoTeamRoster,
    DemoTeams,
    DemoCompanyYear,
    DemoColleagues,
    DemoHelpers,
    DemoSupervision,
    DemoTraining,
    DemoVolunteer,
    DemoCompanionships,
    DemoDailyLife,
    DemoFamilies,
    DemoConsents,
    DemoGifts,
    DemoShares,
    DemoPapers,
    DemoProgrammes,
    SeedDemo,
    CohortRows,
    SeedCohorts,
    StartWords,
  ],
})
export class DemoModule {}
