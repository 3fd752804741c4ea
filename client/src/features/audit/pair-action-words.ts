// Words for what was done about a companionship.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const PAIR_ACTIONS: Readonly<Record<string, MessageDescriptor>> = {
  'companionship.agreed': msg`志愿者答应了邀请`,
  'companionship.declined': msg`志愿者没有接受邀请`,
  'companionship.activated': msg`陪伴开始`,
  'companionship.startRefused': msg`陪伴没有能开始`,
  'companionship.paused': msg`陪伴暂停`,
  'companionship.familyStopped': msg`家庭说了“停”`,
  'companionship.ended': msg`陪伴结束`,
  'companionship.handedOn': msg`把陪伴交给另一位志愿者`,
  'companionship.handOnRefused': msg`陪伴没有能交给另一位志愿者`,
  'companionship.coverInvited': msg`请了一位志愿者代为陪伴`,
  'companionship.coverRefused': msg`没有能请到志愿者代为陪伴`,
  'companionship.coverEnded': msg`代为陪伴结束`,
  'companionship.restarted': msg`被停止的陪伴重新开始`,
  'companionship.restartRefused': msg`陪伴没有能重新开始`,
  'companionship.handedOver': msg`把陪伴交给另一位同事`,
};
