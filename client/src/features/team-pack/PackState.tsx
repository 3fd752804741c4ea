import { Trans } from '@lingui/react/macro';
import type { PackHead_AllFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';

/** Sent, to be sent by a day, or late. */
export function PackState({ head }: { readonly head: PackHead_AllFragment }) {
  const format = useFormat();
  if (head.sentAt) {
    return (
      <StateBadge tone="good">
        <Trans>{format.dayOf(head.sentAt)} 发出</Trans>
      </StateBadge>
    );
  }
  return head.overdue ? (
    <StateBadge tone="refused">
      <Trans>过了期限：{format.day(head.dueOn)}</Trans>
    </StateBadge>
  ) : (
    <StateBadge tone="waiting">
      <Trans>请在 {format.day(head.dueOn)} 以前发出</Trans>
    </StateBadge>
  );
}
