import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EndReason, Refusal, Time } from './staff-view.js';

export const TIME_WORDS: Readonly<Record<Time, MessageDescriptor>> = {
  NOW: msg`在职`,
  LATER: msg`还没开始`,
  BEFORE: msg`以前的`,
};

/** In the order in which the form offers them. */
export const END_WORDS: Readonly<Record<EndReason, MessageDescriptor>> = {
  LEFT: msg`离开了机构`,
  OTHER_TASK: msg`换了别的工作`,
  LONG_LEAVE: msg`长时间休假`,
  GIVEN_BY_MISTAKE: msg`当初给错了`,
};
export const END_REASONS = Object.keys(END_WORDS) as readonly EndReason[];

/** What a role cannot be given or ended for; who takes over is asked by the form itself. */
export const REFUSAL_WORDS: Readonly<
  Record<Exclude<Refusal, 'HANDOVER_NEEDED'>, { readonly why: MessageDescriptor; readonly now: MessageDescriptor }>
> = {
  OWN_ROLE: {
    why: msg`谁都不能给自己职责，这样每一项职责都有另一个人看过。`,
    now: msg`请另一位机构负责人来给。`,
  },
  LAST_DIRECTOR: {
    why: msg`机构总要有一位能登录、没有被暂停的负责人。`,
    now: msg`先给另一位同事“机构负责人”的职责，再结束这一项。`,
  },
  TOO_CLOSE: {
    why: msg`这位同事和要接手的人里有人已有别的工作关系，督导和个案要分开由两个人做。`,
    now: msg`请另选一位同事，或先在“督导安排”里把那一位交给别人。`,
  },
  ROLE_NOT_GIVEN_HERE: {
    why: msg`这项职责不由机构来给：平台运维人员由运行平台的人指定。`,
    now: msg`请联系运行平台的人。`,
  },
};
