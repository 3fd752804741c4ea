import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { GuardianLinks } from './guardian-links.js';

@Module({ providers: [Consents, GuardianLinks], exports: [Consents, GuardianLinks] })
export class DisclosureModule {}
