import { Agreement, AgreementLink, AgreementSignature, AgreementTemplate } from './agreement.entities.js';

export { Agreements } from './agreements.js';
export { AgreementTemplates } from './agreement-templates.js';
export { OwnAgreements } from './own-agreements.js';
export { SigningModule } from './signing.module.js';

/** Tables of this module. */
export const SIGNING_ENTITIES = [Agreement, AgreementLink, AgreementSignature, AgreementTemplate];
