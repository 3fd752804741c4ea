// As what somebody can be found: each kind has its own table, its own rows, and a permission that opens them.
import type { Permission } from '@tongxing/shared/permissions';

export const PERSON_KINDS = ['CHILD', 'VOLUNTEER'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export interface NameKind {
  readonly permission: Permission;
  /** Has id, agencyId, officeId, personId and erasedAt. */
  readonly table: 'child' | 'volunteer';
  /** What its ids are ids of. */
  readonly type: 'Child' | 'Volunteer';
}

export const NAME_KINDS: Readonly<Record<PersonKind, NameKind>> = {
  CHILD: { permission: 'child.read', table: 'child', type: 'Child' },
  VOLUNTEER: { permission: 'volunteer.read', table: 'volunteer', type: 'Volunteer' },
};
