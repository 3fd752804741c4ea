import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { TAKE_BACK_REASONS, wordsOf } from '@tongxing/shared/rules';
import type { EligibilityOutcome, FactRefusal, TakeBackReason } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

/** How somebody's check stands today. */
export const OUTCOME: Readonly<Record<EligibilityOutcome, { readonly word: MessageDescriptor; readonly tone: Tone }>> =
  {
    VALID: { word: msg`在有效期里`, tone: 'good' },
    EXEMPT: { word: msg`在有效期里`, tone: 'good' },
    RENEWAL_DUE: { word: msg`快到期，还可以服务`, tone: 'soon' },
    EXPIRED: { word: msg`过期了，不能安排`, tone: 'waiting' },
    MISSING: { word: msg`还没有，不能安排`, tone: 'waiting' },
    STOPPED: { word: msg`工作已经暂停`, tone: 'refused' },
    NOT_AVAILABLE: { word: msg`请问机构负责人`, tone: 'quiet' },
  };

/** Why a check cannot be written down or taken back, and what to do. */
export const REFUSED: Readonly<Record<FactRefusal, MessageDescriptor>> = {
  OWN_RECORD: msg`自己的记录要请同事来写，也请同事来改。`,
  SECOND_PERSON_NEEDED: msg`这条是您写下的，要请另一位机构负责人来收回。`,
  DIRECTOR_NEEDED: msg`这一条要由机构负责人来收回。`,
  TAKEN_BACK_ALREADY: msg`同事已经说明这条记错了。`,
};

/** Why a record was a mistake, in the reader's language. */
export function useReasonWords(): (code: TakeBackReason) => string {
  const { i18n } = useLingui();
  return (code) => {
    const words = wordsOf(TAKE_BACK_REASONS, code);
    return (i18n.locale === 'en' ? words?.en : words?.zh) ?? '';
  };
}
