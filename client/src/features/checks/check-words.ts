import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EligibilityOutcome } from '../../gql/graphql.js';
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
