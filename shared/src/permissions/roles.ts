// What people are to an agency, and the part of the client that opens for them.

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
