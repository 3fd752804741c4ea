import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { CompanyDoorController } from './api/company-door.controller.js';
import { CompanySignInsResolver } from './api/company-sign-ins.resolver.js';
import { CompanyDoor } from './company-door.js';
import { CompanySignIns } from './company-sign-ins.js';
import { Directory } from './directory.js';
import { SsoPersonalData } from './sso-personal-data.js';

@Module({
  imports: [PeopleModule],
  controllers: [CompanyDoorController],
  providers: [CompanyDoor, CompanySignIns, CompanySignInsResolver, Directory, SsoPersonalData],
})
export class SsoModule {}
