import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { SponsorshipResolver } from './api/sponsorship.resolver.js';
import { GivingPersonalData } from './giving-personal-data.js';
import { Sponsorships } from './sponsorships.js';
import { SponsorshipsRepository } from './sponsorships.repository.js';

@Module({
  imports: [ChildrenModule, DisclosureModule],
  providers: [GivingPersonalData, SponsorshipResolver, Sponsorships, SponsorshipsRepository],
  exports: [Sponsorships, SponsorshipsRepository],
})
export class GivingModule {}
