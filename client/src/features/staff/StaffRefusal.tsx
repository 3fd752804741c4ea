import { Trans, useLingui } from '@lingui/react/macro';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import type { Refusal } from './staff-view.js';
import { REFUSAL_WORDS } from './staff-words.js';

/** Why a role is not given or ended so, and what would work. */
export function StaffRefusal({ why }: { readonly why: Exclude<Refusal, 'HANDOVER_NEEDED'> }) {
  const { i18n } = useLingui();
  const words = REFUSAL_WORDS[why];
  return (
    <RefusalPanel
      what={<Trans>职责没有改动</Trans>}
      why={i18n._(words.why)}
      now={i18n._(words.now)}
      ask={<Trans>另一位机构负责人；操作记录里也记着这一次。</Trans>}
    />
  );
}
