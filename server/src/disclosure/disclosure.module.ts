import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { DisclosurePersonalData } from './disclosure-personal-data.js';
import { GuardianLinks } from './guardian-links.js';

@Module({ providers: [Consents, DisclosurePersonalData, GuardianLinks], exports: [Consents, GuardianLinks] })
export class DisclosureModule {}
