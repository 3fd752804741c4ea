import { Agreement, AgreementLink, AgreementSignature, AgreementTemplate } from './agreement.entities.js';

export { Agreements, type NamedAgreement } from './agreements.js';
export { AgreementTemplates } from './agreement-templates.js';
export { CosignLinks } from './cosign-links.js';
export { FamilyAgreements } from './family-agreements.js';
export { OwnAgreements } from './own-agreements.js';
export { SignedAtDesk } from './signed-at-desk.js';
export { Signing } from './signing.js';
export { SigningModule } from './signing.module.js';

/** Tables of this module. */
export const SIGNING_ENTITIES = [Agreement, AgreementLink, AgreementSignature, AgreementTemplate];
