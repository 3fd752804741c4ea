import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { GivingModule } from '../giving/index.js';
import { CardFileController } from './api/card-file.controller.js';
import { CardPaperResolver } from './api/card-paper.resolver.js';
import { OutgoingCheckController } from './api/outgoing-check.controller.js';
import { OutgoingCheckResolver } from './api/outgoing-check.resolver.js';
import { ProgressCardResolver } from './api/progress-card.resolver.js';
import { SponsoredChildResolver } from './api/sponsored-child.resolver.js';
import { CardConsents } from './card-consents.js';
import { CardFreezes } from './card-freezes.js';
import { CardPapers } from './papers/card-papers.js';
import { ProgressCards } from './progress-cards.js';
import { ProgressCardsRepository } from './progress-cards.repository.js';
import { ProgressPersonalData } from './progress-personal-data.js';
import { KnownNames } from './release-check/known-names.js';
import { OutgoingChecks } from './release-check/outgoing-checks.js';
import { ReleaseChecks } from './release-check/release-checks.js';
import { SponsoredChildren } from './sponsored-children.js';

@Module({
  imports: [ChildrenModule, DisclosureModule, GivingModule],
  controllers: [CardFileController, OutgoingCheckController],
  providers: [
    CardConsents,
    CardFreezes,
    CardPaperResolver,
    CardPapers,
    KnownNames,
    OutgoingCheckResolver,
    OutgoingChecks,
    ProgressCardResolver,
    ProgressCards,
    ProgressCardsRepository,
    ProgressPersonalData,
    ReleaseChecks,
    SponsoredChildren,
    SponsoredChildResolver,
  ],
  exports: [CardFreezes, CardPapers, OutgoingChecks, ProgressCards, ProgressCardsRepository, ReleaseChecks],
})
export class ProgressModule {}
