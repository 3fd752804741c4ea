import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ErasureHold, ErasureReason } from '../../gql/graphql.js';

export const ERASURE_REASON_WORDS: Readonly<Record<ErasureReason, MessageDescriptor>> = {
  OWN_REQUEST: msg`本人要求`,
  CONSENT_WITHDRAWN: msg`收回了同意`,
  PURPOSE_ENDED: msg`收集时的用途已经结束`,
  ENTERED_BY_MISTAKE: msg`录入有误`,
};

export interface HoldWords {
  readonly why: MessageDescriptor;
  readonly now: MessageDescriptor;
}

/** What stands against an erasure, and what to do about it. */
export const ERASURE_HOLD_WORDS: Readonly<Record<ErasureHold, HoldWords>> = {
  COMPANIONSHIP_STANDS: {
    why: msg`还有一段陪伴没有结束。`,
    now: msg`先与孩子好好告别，结束这段陪伴，再来抹除。`,
  },
  SAFETY_STOP: {
    why: msg`有停止服务的决定，或者查询结果需要保留。`,
    now: msg`这些记录保护着孩子，依法留存。期限到了再来抹除。`,
  },
  CONCERN_STANDS: {
    why: msg`档案里有安全关切，依法不能删除。`,
    now: msg`这些记录保护着孩子，依法留存。期限到了再来抹除。`,
  },
  OWN_ACCOUNT: {
    why: msg`这是您自己的账号。`,
    now: msg`请机构的另一位负责人来办。`,
  },
};
