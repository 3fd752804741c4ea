// An invitation as whoever opened its link has it, and where a try to join ends.
import type { InvitationQuery } from '../../gql/graphql.js';

export type Invitation = NonNullable<InvitationQuery['invitation']>;
/** Where a try to join ends when the account does not open at once. */
export type Outcome = { readonly kind: 'ENDED' } | { readonly kind: 'LATER'; readonly opensOn: string };
