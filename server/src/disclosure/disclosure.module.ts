import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { DisclosurePersonalData } from './disclosure-personal-data.js';
import { GuardianCodes } from './guardian-codes.js';
import { GuardianLinks } from './guardian-links.js';
import { StoppedLinks } from './stopped-links.js';

@Module({
  providers: [Consents, DisclosurePersonalData, GuardianCodes, GuardianLinks, StoppedLinks],
  exports: [Consents, GuardianCodes, GuardianLinks],
})
export class DisclosureModule {}
