import { Trans } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { InvitationState } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';

/** How somebody stands to an account of their own, in one word; `InviteCard` says the rest. */
export function AccountBadge({ state }: { readonly state: InvitationState }) {
  switch (state) {
    case 'HAS_ACCOUNT':
      return (
        <StateBadge tone="good">
          <Trans>有账号</Trans>
        </StateBadge>
      );
    case 'INVITED':
      return (
        <StateBadge tone="soon">
          <Trans>已邀请</Trans>
        </StateBadge>
      );
    case 'INVITATION_EXPIRED':
      return (
        <StateBadge tone="waiting">
          <Trans>邀请过期了</Trans>
        </StateBadge>
      );
    case 'NOT_INVITED':
      return (
        <StateBadge tone="quiet">
          <Trans>还没有账号</Trans>
        </StateBadge>
      );
    default:
      return assertUnreachable(state);
  }
}
