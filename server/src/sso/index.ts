import { CompanyIdentity, CompanySignIn } from './sso.entities.js';

export { SsoModule } from './sso.module.js';

/** Tables of this module. */
export const SSO_ENTITIES = [CompanySignIn, CompanyIdentity];
