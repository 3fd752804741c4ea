import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { TeamsModule } from '../teams/index.js';
import { CompanyDoorController } from './api/company-door.controller.js';
import { CompanySignInsResolver } from './api/company-sign-ins.resolver.js';
import { CompanyDoor } from './company-door.js';
import { CompanyGuests } from './company-guests.js';
import { CompanySignIns } from './company-sign-ins.js';
import { Directory } from './directory.js';
import { SsoPersonalData } from './sso-personal-data.js';

@Module({
  imports: [PeopleModule, TeamsModule],
  controllers: [CompanyDoorController],
  providers: [CompanyDoor, CompanyGuests, CompanySignIns, CompanySignInsResolver, Directory, SsoPersonalData],
  exports: [CompanyGuests],
})
export class SsoModule {}
