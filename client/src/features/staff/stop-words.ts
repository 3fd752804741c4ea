// Why somebody's work stops, and why this viewer may not decide it, in words.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { StopReason, StopRefusal, WorkStandingQuery } from '../../gql/graphql.js';

export type WorkStanding = NonNullable<WorkStandingQuery['workStanding']>;

/** In the order in which the form offers them. */
export const REASON_WORDS: Readonly<Record<StopReason, MessageDescriptor>> = {
  CONCERN: msg`担心孩子的安全`,
  CONDUCT: msg`没有遵守相处守则`,
  RECORD_CHECK: msg`违法犯罪记录查询的结果`,
  ACCOUNT_AT_RISK: msg`手机丢了，或者账号可能被别人使用`,
  OTHER: msg`另有原因`,
};
export const REASONS = Object.keys(REASON_WORDS) as readonly StopReason[];

export const REFUSAL_WORDS: Readonly<Record<StopRefusal, MessageDescriptor>> = {
  OWN_ACCOUNT: msg`不能暂停自己的工作。需要时请另一位负责人来做。`,
  DIRECTOR_NEEDED: msg`这一步要由机构负责人来做。`,
  SAME_PERSON: msg`您是暂停的人，恢复要由另一位有权限的同事决定。`,
  ALREADY_STOPPED: msg`工作已经暂停了。`,
};
