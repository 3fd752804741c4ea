/** How somebody stands to an account of their own. */
export const ACCOUNT_STATES = ['NOT_INVITED', 'INVITED', 'INVITATION_EXPIRED', 'HAS_ACCOUNT'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export interface AccountStanding {
  readonly state: AccountState;
  /** The invitation that stands or ran out. */
  readonly invitationId?: string | undefined;
  readonly invitedAt?: string | undefined;
  readonly expiresAt?: string | undefined;
}

interface Invited {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** An invitation that was revoked or replaced is as good as none; one that ran out is worth a word. */
export function standingOf(hasLogin: boolean, open: Invited | undefined, now: string): AccountStanding {
  if (hasLogin) return { state: 'HAS_ACCOUNT' };
  if (!open) return { state: 'NOT_INVITED' };
  const { id, createdAt, expiresAt } = open;
  const state = expiresAt > now ? 'INVITED' : 'INVITATION_EXPIRED';
  return { state, invitationId: id, invitedAt: createdAt, expiresAt };
}
