import { Trans, useLingui } from '@lingui/react/macro';
import type { CompanionshipState } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { STATE_WORDS } from '../companionship/index.js';

/** Whether somebody walks beside the child, as a neutral state: waiting is nobody's fault. */
export function Company({
  companionship,
}: {
  readonly companionship: { readonly state: CompanionshipState } | null | undefined;
}) {
  const { i18n } = useLingui();
  if (!companionship) {
    return (
      <StateBadge tone="quiet">
        <Trans>在等陪伴者</Trans>
      </StateBadge>
    );
  }
  const { tone, word } = STATE_WORDS[companionship.state];
  return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
}
