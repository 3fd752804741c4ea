import { VolunteerAgreement } from './volunteer-agreement.entity.js';

export { VolunteerAgreements } from './volunteer-agreements.js';
export { AgreementsModule } from './agreements.module.js';
export type { VolunteerAgreement };

/** Tables of this module. */
export const AGREEMENTS_ENTITIES = [VolunteerAgreement];
