import { useLingui } from '@lingui/react';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { standingOf, type EligibilityView } from './eligibility-view.js';
import { STANDING_WORDS } from './eligibility-words.js';

export function StandingBadge({ eligibility }: { readonly eligibility: EligibilityView }) {
  const { i18n } = useLingui();
  const { tone, word } = STANDING_WORDS[standingOf(eligibility)];
  return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
}
