import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AskedBy, ErasureHold, RefusalGround, Right, RightsState } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const RIGHT_WORDS: Readonly<Record<Right, MessageDescriptor>> = {
  COPY: msg`要一份副本`,
  CORRECT: msg`更正`,
  TRANSFER: msg`转到别的机构`,
  ERASE: msg`删除`,
};
/** Under each choice: what happens then. */
export const RIGHT_MEANING: Readonly<Record<Right, MessageDescriptor>> = {
  COPY: msg`我们保存了什么，整理成一份可以读的 PDF，和一份电脑可以读的文件。`,
  CORRECT: msg`有哪里不对，告诉我们应该是什么。改了什么，您看得到。`,
  TRANSFER: msg`整理成电脑可以读的文件，您可以交给另一家机构。`,
  ERASE: msg`不再保存。正在进行的陪伴要先好好结束；法律要求留下的，会告诉您。`,
};
export const STATE_WORDS: Readonly<Record<RightsState, MessageDescriptor>> = {
  RECEIVED: msg`收到了，正在办`,
  GIVEN: msg`办好了`,
  REFUSED: msg`没有同意`,
  WITHDRAWN: msg`已经收回`,
};
export const STATE_TONES: Readonly<Record<RightsState, Tone>> = {
  RECEIVED: 'waiting',
  GIVEN: 'good',
  REFUSED: 'refused',
  WITHDRAWN: 'quiet',
};
export const GROUND_WORDS: Readonly<Record<RefusalGround, MessageDescriptor>> = {
  LAW_KEEPS_RECORDS: msg`法律要求我们把服务记录保存一段时间，所以现在还不能删除。到期以后会删除，期间只保存、不使用。`,
  NOT_SHOWN_TO_BE_THE_PERSON: msg`还不能确认提出请求的是本人或者监护人。请带上证件来一趟，或者约社会工作者上门。`,
  NOTHING_HELD: msg`我们没有保存，或者已经删除了。`,
  ABOUT_OTHERS: msg`里面同时说到别人，给出来会影响他们。`,
  ASKED_AGAIN_TOO_SOON: msg`不久以前刚刚给过，这段时间没有变化。`,
};
/** Short, for whoever chooses one. */
export const GROUND_NAMES: Readonly<Record<RefusalGround, MessageDescriptor>> = {
  LAW_KEEPS_RECORDS: msg`法律要求保存记录`,
  NOT_SHOWN_TO_BE_THE_PERSON: msg`不能确认是本人或监护人`,
  NOTHING_HELD: msg`没有保存这些信息`,
  ABOUT_OTHERS: msg`同时涉及别人，分不开`,
  ASKED_AGAIN_TOO_SOON: msg`刚刚给过，没有变化`,
};
export const ASKED_BY_WORDS: Readonly<Record<AskedBy, MessageDescriptor>> = {
  SELF: msg`本人提出`,
  GUARDIAN: msg`监护人通过链接提出`,
  STAFF: msg`同事代为记录`,
};
export const HOLD_WORDS: Readonly<Record<ErasureHold, MessageDescriptor>> = {
  COMPANIONSHIP_STANDS: msg`还有一段陪伴在进行。先好好告别、结束陪伴。`,
  SAFETY_STOP: msg`有暂停工作或核查的记录，法律要求保存。`,
  CONCERN_STANDS: msg`有安全关切的记录，任何人都不能删除。`,
  OWN_ACCOUNT: msg`这是您自己的账号，请另一位负责人办理。`,
};
