import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MessageChannel, MessageFrequency, MessageKind } from '../../gql/graphql.js';

interface KindWords {
  readonly name: MessageDescriptor;
  readonly about: MessageDescriptor;
}
export const KIND_WORDS: Readonly<Record<MessageKind, KindWords>> = {
  SERVICE: { name: msg`陪伴的安排`, about: msg`邀请、回答、开始和结束，有空时间的改动` },
  SUPERVISION: { name: msg`督导`, about: msg`约好的会谈，等您签名的记录` },
  RENEWALS: { name: msg`到期提醒`, about: msg`培训、协议、查询、见面和同意快到最后一天` },
  DESK: { name: msg`机构日常事务`, about: msg`名单、报名、备份、关于个人信息的请求` },
  GIVING: { name: msg`成长卡片和捐赠`, about: msg`有新的卡片可以看` },
};

export const FREQUENCY_WORDS: Readonly<Record<MessageFrequency, MessageDescriptor>> = {
  AT_ONCE: msg`马上发`,
  DAILY: msg`每天合在一起发`,
  WEEKLY: msg`每周合在一起发`,
  IN_APP: msg`不发，只写在平台里`,
};

export const CHANNEL_WORDS: Readonly<Record<MessageChannel, MessageDescriptor>> = {
  MAIL: msg`邮件`,
  SMS: msg`短信`,
};
