// Whose account needs a second factor, where the agency asks for one: everybody who works with what others entrusted.
import type { Role } from './roles.js';

export const SECOND_FACTOR_ROLES: readonly Role[] = [
  'SOCIAL_WORKER',
  'SUPERVISOR',
  'DIRECTOR',
  'ARCHIVIST',
  'FINANCE',
  'AUDITOR',
  'PLATFORM_OPERATOR',
];

export const needsSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => SECOND_FACTOR_ROLES.includes(role));
