// What people did with their own way in, as the audit says it.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const ACCOUNT_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  'session.opened': msg`登录`,
  'session.ended': msg`退出了一台设备`,
  'session.allEnded': msg`在所有设备上退出`,
  'attempts.throttled': msg`试了太多次，请对方等一会儿再试`,
  'password.changed': msg`改了密码`,
  'password.resetAsked': msg`有人忘了密码，请求重设`,
  'password.reset': msg`重设了密码`,
  'identifier.changed': msg`换了登录用的手机号或邮箱`,
  'calendar.renewed': msg`做了一个新的日历地址`,
  'calendar.revoked': msg`停用了日历地址`,
  'companySignIn.added': msg`让一家公司的人用公司账号登录`,
  'companySignIn.changed': msg`改了一家公司的登录`,
  'companySignIn.ended': msg`停用了一家公司的登录`,
  'companySignIn.tied': msg`关联了公司账号`,
  'companySignIn.untied': msg`取消了公司账号的关联`,
  'messages.chosen': msg`选了消息怎么发给自己`,
  'messages.unsubscribed': msg`用邮件里的链接停下了一类消息`,
  'person.invited': msg`邀请了一个人来建立账号`,
  'invitation.accepted': msg`接受邀请，建立了账号`,
  'invitation.revoked': msg`收回了邀请`,
  'factor.added': msg`给账号加上了一道登录保护`,
  'factor.removed': msg`移除了账号的一道登录保护`,
  'factor.recoveryUsed': msg`用掉了一个恢复码`,
  'factor.codesRenewed': msg`换了一组恢复码`,
  'factor.reset': msg`为同事重设了登录保护`,
  'factor.guessed': msg`登录的第二步一直没有通过`,
  'factor.failed': msg`登录的第二步没有通过`,
};
