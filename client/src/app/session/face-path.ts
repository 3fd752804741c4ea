import { faceOf, type Face, type Role } from '@tongxing/shared/permissions';

const PATHS: Readonly<Record<Face, string>> = {
  AGENCY: '/agency',
  COMPANY: '/company',
  DONOR: '/donor',
  VOLUNTEER: '/volunteer',
  GUARDIAN: '/guardian',
};

export const pathOfFace = (face: Face): string => PATHS[face];

/** Every face that one of these roles opens; a person may be both volunteer and donor. */
export function facesOf(roles: readonly Role[]): readonly Face[] {
  return [...new Set(roles.map((role) => faceOf([role])))];
}

/** Where a right password leads whoever has a second factor. */
export const SECOND_STEP = '/sign-in/confirm';

/** Where to go after sign-in: the page asked for, if it is one of ours, else the person's own face. */
export function afterSignIn(next: string | null, face: Face): string {
  const ours = next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in');
  return ours ? next : pathOfFace(face);
}
