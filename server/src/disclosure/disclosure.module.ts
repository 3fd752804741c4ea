import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { DocumentsModule } from '../documents/index.js';
import { CompanionPairs } from './companion-pairs.js';
import { CompanionWords } from './companion-words.js';
import { Consents } from './consents.js';
import { DisclosurePersonalData } from './disclosure-personal-data.js';
import { Disclosures } from './disclosures.js';
import { GuardianCodes } from './guardian-codes.js';
import { GuardianLinks } from './guardian-links.js';
import { ConsentLedgerResolver, ConsentTaskResolver } from './ledger/api/ledger.resolver.js';
import { OwnLedgerResolver } from './ledger/api/own-ledger.resolver.js';
import { ConsentAsking } from './ledger/consent-asking.js';
import { ConsentUpkeep } from './ledger/consent-upkeep.js';
import { GuardianBars } from './ledger/guardian-bars.js';
import { LedgerFacts } from './ledger/ledger-facts.js';
import { LedgerGuardians } from './ledger/ledger-guardians.js';
import { LedgerPapers } from './ledger/ledger-papers.js';
import { LedgerRows } from './ledger/ledger-rows.js';
import { ConsentLedger } from './ledger/ledger.js';
import { OwnLedger } from './ledger/own-ledger.js';
import { StoppedLinks } from './stopped-links.js';
import { Withdrawals } from './withdrawals.js';

@Module({
  imports: [ChildrenModule, DocumentsModule],
  providers: [
    CompanionPairs,
    CompanionWords,
    Consents,
    DisclosurePersonalData,
    Disclosures,
    GuardianCodes,
    GuardianLinks,
    StoppedLinks,
    Withdrawals,
    ConsentAsking,
    ConsentLedger,
    ConsentUpkeep,
    GuardianBars,
    LedgerFacts,
    LedgerGuardians,
    LedgerPapers,
    LedgerRows,
    OwnLedger,
    ConsentLedgerResolver,
    ConsentTaskResolver,
    OwnLedgerResolver,
  ],
  exports: [
    CompanionPairs,
    CompanionWords,
    Consents,
    ConsentLedger,
    ConsentUpkeep,
    Disclosures,
    GuardianCodes,
    GuardianLinks,
    LedgerFacts,
    LedgerGuardians,
    OwnLedger,
  ],
})
export class DisclosureModule {}
