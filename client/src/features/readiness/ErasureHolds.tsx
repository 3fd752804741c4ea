import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureHold } from '../../gql/graphql.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { ERASURE_HOLD_WORDS } from './erasure-words.js';

/** Every reason why somebody is not erased yet, each with its next step. */
export function ErasureHolds({ holds }: { readonly holds: readonly ErasureHold[] }) {
  const { i18n } = useLingui();
  const lines = (part: 'why' | 'now') =>
    holds.map((hold) => <span key={hold}>{i18n._(ERASURE_HOLD_WORDS[hold][part])} </span>);
  return (
    <RefusalPanel
      what={<Trans>没有抹除，什么都没有改变</Trans>}
      why={lines('why')}
      now={lines('now')}
      ask={<Trans>负责这位志愿者的社会工作者，或者机构负责人。</Trans>}
    />
  );
}
