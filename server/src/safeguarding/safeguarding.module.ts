import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { ConcernResolver, OwnConcernsResolver } from './api/concern.resolver.js';
import { FamilyCardResolver } from './api/family-card.resolver.js';
import { ConcernNames } from './concern-names.js';
import { Concerns } from './concerns.js';
import { ConcernsRepository } from './concerns.repository.js';
import { FamilyCards } from './family-cards.js';
import { SafeguardingPersonalData } from './safeguarding-personal-data.js';

@Module({
  imports: [ChildrenModule],
  providers: [
    ConcernNames,
    ConcernResolver,
    Concerns,
    ConcernsRepository,
    FamilyCardResolver,
    FamilyCards,
    OwnConcernsResolver,
    SafeguardingPersonalData,
  ],
  exports: [Concerns, FamilyCards],
})
export class SafeguardingModule {}
