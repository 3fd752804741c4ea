// Whether somebody may bring others into these roles: their own, and in their own offices.
import { invitableRoles, type Role } from '@tongxing/shared/permissions';
import type { OfficeReach } from '../../platform/access/index.js';

export interface InvitedPost {
  readonly role: Role;
  readonly officeId?: string | null | undefined;
}

/** The first role that is not theirs to give, or undefined where all are. A post in the whole agency takes the whole agency. */
export function refusedPost(
  inviter: { readonly roles: readonly Role[]; readonly offices: OfficeReach },
  posts: readonly InvitedPost[],
): InvitedPost | undefined {
  const roles = invitableRoles(inviter.roles);
  const { offices } = inviter;
  const inReach = ({ role, officeId }: InvitedPost) =>
    // Volunteers of the whole agency belong to everybody's rows, so every office may invite them.
    offices === 'ALL' || (officeId ? offices.some((own) => own === officeId) : role === 'VOLUNTEER');
  return posts.find((post) => !roles.includes(post.role) || !inReach(post));
}
