import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { PeopleModule } from '../people/index.js';
import { AfterDays } from './after-day.js';
import { Arrivals } from './arrivals.js';
import { AttendancePersonalData } from './attendance-personal-data.js';
import { AttendanceRepository } from './attendance.repository.js';
import { DayResolver } from './api/day.resolver.js';
import { OwnDayResolver } from './api/own-day.resolver.js';
import { ChildrenPart } from './children-part.js';
import { ActivityChildrenResolver } from './api/children.resolver.js';
import { GuardianSignUpsResolver } from './api/guardian-sign-ups.resolver.js';
import { Exposure } from './exposure.js';
import { ChildrenOnDay } from './children-on-day.js';
import { ChildrenRows } from './children-rows.js';
import { Days } from './days.js';
import { Door } from './door.js';
import { ExpectedPeople } from './expected-people.js';
import { GuardianSignUps } from './guardian-sign-ups.js';
import { InChargeExpected } from './in-charge-expected.js';
import { MovedChildren } from './moved-children.js';
import { OwnDays } from './own-day.js';
import { ReadinessOnDay } from './readiness-on-day.js';
import { TeamsExpected } from './teams-expected.js';

@Module({
  imports: [ActivitiesModule, ChildrenModule, DisclosureModule, PeopleModule],
  providers: [
    AfterDays,
    Arrivals,
    AttendancePersonalData,
    AttendanceRepository,
    ActivityChildrenResolver,
    ChildrenOnDay,
    ChildrenPart,
    Exposure,
    ChildrenRows,
    DayResolver,
    Days,
    Door,
    ExpectedPeople,
    GuardianSignUps,
    GuardianSignUpsResolver,
    InChargeExpected,
    MovedChildren,
    OwnDayResolver,
    OwnDays,
    ReadinessOnDay,
    TeamsExpected,
  ],
  exports: [AfterDays, Arrivals, ChildrenPart, Days, ExpectedPeople],
})
export class AttendanceModule {}
