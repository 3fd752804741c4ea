import { CompanyIdentity, CompanySignIn } from './sso.entities.js';

export { guestOf } from './api/guest-cookie.js';
export { CompanyGuests, type CompanyGuest } from './company-guests.js';
export { SsoModule } from './sso.module.js';

/** Tables of this module. */
export const SSO_ENTITIES = [CompanySignIn, CompanyIdentity];
