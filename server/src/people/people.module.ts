import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { Actors } from './actors.js';
import { Agencies } from './agencies/agencies.js';
import { AgencySettings } from './agencies/agency-settings.js';
import { FirstRun } from './agencies/first-run.js';
import { SettingsResolver } from './api/settings.resolver.js';
import { ViewerApi } from './api/viewer.api.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { PeopleRepository } from './people.repository.js';

const SERVICES = [Accounts, Actors, Agencies, AgencySettings, FirstRun, PeopleRepository];

@Global()
@Module({ providers: [...SERVICES, ViewerApi, ViewerResolver, SettingsResolver], exports: SERVICES })
export class PeopleModule {}
