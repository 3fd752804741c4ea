import { Sponsorship } from './sponsorship.entity.js';

export { GivingModule } from './giving.module.js';
export { SponsorshipsRepository, type SponsorshipView } from './sponsorships.repository.js';
export { Sponsorships, type ConsentMissingError } from './sponsorships.js';
export { ConsentMissing } from './api/sponsorship.types.js';

/** Tables of this module. */
export const GIVING_ENTITIES = [Sponsorship];
