import { Module } from '@nestjs/common';
import { Consents } from './consents.js';
import { DisclosurePersonalData } from './disclosure-personal-data.js';
import { Disclosures } from './disclosures.js';
import { GuardianCodes } from './guardian-codes.js';
import { GuardianLinks } from './guardian-links.js';
import { LedgerFacts } from './ledger/ledger-facts.js';
import { StoppedLinks } from './stopped-links.js';

@Module({
  providers: [Consents, DisclosurePersonalData, Disclosures, LedgerFacts, GuardianCodes, GuardianLinks, StoppedLinks],
  exports: [Consents, Disclosures, GuardianCodes, GuardianLinks],
})
export class DisclosureModule {}
