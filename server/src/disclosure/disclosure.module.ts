import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { DisclosurePersonalData } from './disclosure-personal-data.js';
import { GuardianLinks } from './guardian-links.js';
import { StoppedLinks } from './stopped-links.js';

@Module({
  providers: [Consents, DisclosurePersonalData, GuardianLinks, StoppedLinks],
  exports: [Consents, GuardianLinks],
})
export class DisclosureModule {}
