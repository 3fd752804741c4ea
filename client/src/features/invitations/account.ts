// Whether somebody can sign in, and the invitation that leads there.
import type { InvitationState } from '../../gql/graphql.js';

export interface Account {
  readonly personId: string;
  readonly state: InvitationState;
  readonly invitationId?: string | null | undefined;
  readonly invitedAt?: string | null | undefined;
  readonly expiresAt?: string | null | undefined;
}
