import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EligibilityOutcome } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

/** How one's own check stands, as its owner reads it. */
export const OWN_CHECK: Readonly<
  Record<EligibilityOutcome, { readonly word: MessageDescriptor; readonly tone: Tone }>
> = {
  VALID: { word: msg`在有效期里`, tone: 'good' },
  EXEMPT: { word: msg`在有效期里`, tone: 'good' },
  RENEWAL_DUE: { word: msg`快到期，请早些去查`, tone: 'soon' },
  EXPIRED: { word: msg`过期了，请去查一次`, tone: 'waiting' },
  MISSING: { word: msg`还没有，请去查一次`, tone: 'waiting' },
  STOPPED: { word: msg`请问机构负责人`, tone: 'quiet' },
  NOT_AVAILABLE: { word: msg`请问机构负责人`, tone: 'quiet' },
};
