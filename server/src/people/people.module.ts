import { Global, Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { ScreeningModule } from '../screening/index.js';
import { TrainingModule } from '../training/index.js';
import { Actors } from './actors.js';
import { Agencies } from './agencies/agencies.js';
import { AgencySettings } from './agencies/agency-settings.js';
import { Areas } from './agencies/areas.js';
import { FirstRun } from './agencies/first-run.js';
import { ErasePersonResolver } from './api/erase-person.resolver.js';
import { SettingsResolver } from './api/settings.resolver.js';
import { Erasures } from './erasure/erasures.js';
import { PeoplePersonalData } from './erasure/people-personal-data.js';
import { TombstoneReplay } from './erasure/tombstone-replay.js';
import { ACCOUNT_API, ACCOUNT_SERVICES } from './account-parts.js';
import { NAME_API, NAME_SERVICES } from './names/name-parts.js';
import { PeopleNames } from './people-names.js';
import { PeopleRepository } from './people.repository.js';
import { OFFICE_API, OFFICE_SERVICES } from './offices/office-parts.js';
import { STAFF_API, STAFF_SERVICES } from './staff/staff-parts.js';
import { AREA_API, AREA_SERVICES } from './areas/area-parts.js';
import { CHECK_API, CHECK_SERVICES } from './checks/check-parts.js';
import { CREDENTIAL_API, CREDENTIAL_SERVICES } from './staff-credentials/credential-parts.js';
import { STOP_API, STOP_SERVICES } from './work-stops/stop-parts.js';
import { VOLUNTEER_API, VOLUNTEER_SERVICES } from './volunteers/volunteer-parts.js';

const SERVICES = [
  ...ACCOUNT_SERVICES,
  ...OFFICE_SERVICES,
  ...NAME_SERVICES,
  ...STAFF_SERVICES,
  ...STOP_SERVICES,
  ...AREA_SERVICES,
  ...CHECK_SERVICES,
  ...CREDENTIAL_SERVICES,
  ...VOLUNTEER_SERVICES,
  Actors,
  Agencies,
  AgencySettings,
  Areas,
  FirstRun,
  Erasures,
  PeopleNames,
  PeoplePersonalData,
  PeopleRepository,
  TombstoneReplay,
];
const API = [
  ...ACCOUNT_API,
  ...OFFICE_API,
  ...NAME_API,
  ...STAFF_API,
  ...STOP_API,
  ...AREA_API,
  ...CHECK_API,
  ...CREDENTIAL_API,
  ...VOLUNTEER_API,
  ErasePersonResolver,
  SettingsResolver,
];

@Global()
@Module({
  imports: [AgreementsModule, ScreeningModule, TrainingModule],
  providers: [...SERVICES, ...API],
  exports: [...SERVICES, AgreementsModule, ScreeningModule, TrainingModule],
})
export class PeopleModule {}
