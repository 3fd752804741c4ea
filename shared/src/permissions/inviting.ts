// Whom each role may bring in. Nobody invites to more than they answer for themselves.
import { ROLES, type Role } from './roles.js';

/** Guardians come by a personal link; whoever runs the platform is no agency's to appoint. */
const BY_NOBODY: readonly Role[] = ['GUARDIAN', 'PLATFORM_OPERATOR'];

const MAY_INVITE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  DIRECTOR: ROLES.filter((role) => !BY_NOBODY.includes(role)),
  SUPERVISOR: ['SOCIAL_WORKER', 'VOLUNTEER', 'EXPERT', 'REFERRER'],
  SOCIAL_WORKER: ['VOLUNTEER'],
};

/** The roles that somebody with these roles may invite to; none for whoever may not invite. */
export function invitableRoles(roles: readonly Role[]): readonly Role[] {
  return ROLES.filter((role) => roles.some((own) => MAY_INVITE[own]?.includes(role)));
}
