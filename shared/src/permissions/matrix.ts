// The permission matrix: the one table that drives guards, row sets, tests and docs/permissions.md.

export const ROLES = [
  'SOCIAL_WORKER',
  'SUPERVISOR',
  'DIRECTOR',
  'ARCHIVIST',
  'FINANCE',
  'VOLUNTEER',
  'CSR_COORDINATOR',
  'EMPLOYEE',
  'DONOR',
  'GUARDIAN',
  'REFERRER',
  'EXPERT',
  'COMMISSIONER',
  'AUDITOR',
  'PLATFORM_OPERATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** Permissions are `thing.verb`; each root field of the schema names exactly one, or is public. */
export const PERMISSIONS = [
  'account.own',
  'volunteer.read',
  'child.read',
  'screening.readHit',
  'roster.stage',
  'roster.import',
  'roster.confirm',
  'match.read',
  'match.run',
  'match.decide',
  'companionship.read',
  'companionship.prepare',
  'companionship.activate',
  'companionship.end',
  'companionship.answerOwn',
  'companionship.readOwn',
  'consent.record',
  'consent.link',
  'consent.withdrawOwn',
  'setting.read',
  'setting.change',
  'audit.read',
  'job.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const CASE_TEAM: readonly Role[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];
const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUARDIAN');

/** Who holds which permission. A permission with no row is held by nobody. */
export const MATRIX: Readonly<Record<Permission, readonly Role[]>> = {
  'account.own': SIGNED_IN,
  'volunteer.read': CASE_TEAM,
  'child.read': CASE_TEAM,
  // H8: everybody else reads that a check is not available, never that there was a hit.
  'screening.readHit': ['DIRECTOR'],
  'roster.stage': CASE_TEAM,
  'roster.import': CASE_TEAM,
  // The second person: whoever may confirm, but never the one who imported the batch.
  'roster.confirm': ['SUPERVISOR', 'DIRECTOR'],
  'match.read': CASE_TEAM,
  'match.run': ['SOCIAL_WORKER', 'SUPERVISOR'],
  'match.decide': ['SOCIAL_WORKER', 'SUPERVISOR'],
  'companionship.read': CASE_TEAM,
  'companionship.prepare': ['SOCIAL_WORKER', 'SUPERVISOR'],
  'companionship.activate': ['SOCIAL_WORKER', 'SUPERVISOR'],
  'companionship.end': CASE_TEAM,
  'companionship.answerOwn': ['VOLUNTEER'],
  'companionship.readOwn': ['VOLUNTEER', 'EMPLOYEE'],
  'consent.record': ['SOCIAL_WORKER', 'SUPERVISOR'],
  'consent.link': ['SOCIAL_WORKER', 'SUPERVISOR'],
  'consent.withdrawOwn': ['GUARDIAN'],
  'setting.read': CASE_TEAM,
  'setting.change': ['DIRECTOR'],
  'audit.read': ['DIRECTOR', 'AUDITOR'],
  'job.read': ['PLATFORM_OPERATOR', 'DIRECTOR'],
};

/** All that a person with these roles may do; the empty set for no role. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(PERMISSIONS.filter((permission) => MATRIX[permission].some((role) => roles.includes(role))));
}

export type Face = 'AGENCY' | 'COMPANY' | 'DONOR' | 'VOLUNTEER' | 'GUARDIAN';

const FACE_OF: Readonly<Record<Role, Face>> = {
  SOCIAL_WORKER: 'AGENCY',
  SUPERVISOR: 'AGENCY',
  DIRECTOR: 'AGENCY',
  ARCHIVIST: 'AGENCY',
  FINANCE: 'AGENCY',
  REFERRER: 'AGENCY',
  EXPERT: 'AGENCY',
  COMMISSIONER: 'AGENCY',
  AUDITOR: 'AGENCY',
  PLATFORM_OPERATOR: 'AGENCY',
  CSR_COORDINATOR: 'COMPANY',
  EMPLOYEE: 'VOLUNTEER',
  VOLUNTEER: 'VOLUNTEER',
  DONOR: 'DONOR',
  GUARDIAN: 'GUARDIAN',
};
const FACE_ORDER: readonly Face[] = ['AGENCY', 'COMPANY', 'VOLUNTEER', 'DONOR', 'GUARDIAN'];

/** The face that opens first: the desk before the company, the phone, the donor. */
export function faceOf(roles: readonly Role[]): Face {
  const faces = new Set(roles.map((role) => FACE_OF[role]));
  return FACE_ORDER.find((face) => faces.has(face)) ?? 'VOLUNTEER';
}
