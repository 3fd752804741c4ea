// Words for what the audit trail holds: codes of actions, of things, and of the facts behind them.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { lookUp } from '../../ui/words/look-up.js';

const ACTIONS: Readonly<Record<string, MessageDescriptor>> = {
  'agency.created': msg`建立了机构`,
  'session.opened': msg`登录`,
  'session.ended': msg`退出了一台设备`,
  'session.allEnded': msg`在所有设备上退出`,
  'attempts.throttled': msg`试了太多次，请对方等一会儿再试`,
  'password.changed': msg`改了密码`,
  'password.resetAsked': msg`有人忘了密码，请求重设`,
  'password.reset': msg`重设了密码`,
  'identifier.changed': msg`换了登录用的手机号或邮箱`,
  'person.invited': msg`邀请了一个人来建立账号`,
  'invitation.accepted': msg`接受邀请，建立了账号`,
  'invitation.revoked': msg`收回了邀请`,
  'access.refused': msg`一次操作被拒绝`,
  'setting.changed': msg`改了机构设置`,
  'backup.restored': msg`从备份恢复了数据`,
  'keys.exported': msg`把密钥分成几份打印，分别保管`,
  'roster.staged': msg`上传了名单`,
  'roster.imported': msg`导入了名单`,
  'roster.confirmed': msg`确认了名单`,
  'roster.discarded': msg`放下了名单`,
  'match.run': msg`做了一次匹配`,
  'proposal.accepted': msg`接受了搭配建议`,
  'proposal.declined': msg`没有采用搭配建议`,
  'proposal.acceptRefused': msg`接受搭配建议没有成功`,
  'companionship.agreed': msg`志愿者答应了邀请`,
  'companionship.declined': msg`志愿者没有接受邀请`,
  'companionship.activated': msg`陪伴开始`,
  'companionship.startRefused': msg`陪伴没有能开始`,
  'companionship.paused': msg`陪伴暂停`,
  'companionship.ended': msg`陪伴结束`,
  'consent.recorded': msg`记下了家庭的同意`,
  'consent.withdrawn': msg`监护人撤回了同意`,
  'guardianLink.created': msg`为监护人做了链接`,
  'guardianLink.opened': msg`监护人打开了链接`,
  'plan.approved': msg`批准了陪伴计划`,
  'companionship.handedOver': msg`把陪伴交给另一位同事`,
  'role.granted': msg`给了一个人一项职责`,
  'role.ended': msg`结束了一个人的一项职责`,
  'work.stopped': msg`暂停了一个人的全部工作`,
  'work.paused': msg`一个人的工作随账号暂停`,
  'work.resumed': msg`恢复了一个人的工作`,
  'work.stopRefused': msg`暂停工作没有成功`,
  'work.liftRefused': msg`恢复工作没有成功`,
  'audit.exported': msg`下载了操作记录`,
  'file.opened': msg`写明理由，打开了儿童收着的资料`,
  'file.requested': msg`写明理由，请同事决定能不能打开`,
  'file.approved': msg`同意同事打开儿童收着的资料`,
  'file.declined': msg`没有同意打开儿童收着的资料`,
  'file.closed': msg`收回了请求，或提前合上了资料`,
  'child.read': msg`查看了儿童的资料`,
  'child.listed': msg`看了有儿童姓名的名单`,
  'volunteer.read': msg`查看了志愿者的联系方式`,
  'volunteer.listed': msg`看了有联系方式的志愿者名单`,
  'consent.read': msg`查看了家庭的同意`,
  'consent.listed': msg`查看了几份家庭的同意`,
  'companionship.read': msg`查看了一段陪伴的计划`,
  'companionship.listed': msg`查看了几段陪伴的计划`,
  'importBatch.read': msg`查看了名单里的内容`,
  'importBatch.listed': msg`查看了几份名单里的内容`,
  'fileAccess.read': msg`查看了一份调阅的理由`,
  'fileAccess.listed': msg`查看了几份调阅的理由`,
  'person.erased': msg`按请求删除了一个人的资料`,
  'person.erasedAgain': msg`恢复备份以后，再次删除了一个人的资料`,
  'person.eraseRefused': msg`没有能删除一个人的资料`,
  'job.retried': msg`重做了一项后台工作`,
};
const SUBJECTS: Readonly<Record<string, MessageDescriptor>> = {
  Agency: msg`机构`,
  AgencySetting: msg`机构设置`,
  Person: msg`人员`,
  Session: msg`一次登录`,
  Login: msg`账号`,
  CredentialReset: msg`重设密码的请求`,
  Operation: msg`操作`,
  ImportBatch: msg`名单`,
  MatchRun: msg`匹配`,
  MatchProposal: msg`搭配建议`,
  Companionship: msg`成长陪伴`,
  Consent: msg`同意`,
  GuardianLink: msg`监护人的链接`,
  Child: msg({ message: '儿童', context: 'one' }),
  Volunteer: msg`志愿者`,
  Job: msg`后台工作`,
  FileAccess: msg`调阅`,
  CompanionshipPlan: msg`陪伴计划`,
  ScorePart: msg`搭配建议的理由`,
  Alternative: msg`搭配建议的理由`,
};
const FACTS: Readonly<Record<string, MessageDescriptor>> = {
  from: msg`原来`,
  to: msg`现在`,
  rows: msg`行数`,
  rowCount: msg`行数`,
  imported: msg`导入`,
  importedCount: msg`导入`,
  valid: msg`可以导入`,
  validCount: msg`可以导入`,
  bad: msg`需要看一看`,
  badCount: msg`需要看一看`,
  duplicate: msg`重复`,
  duplicateCount: msg`重复`,
  leftOut: msg`留下没导入`,
  facts: msg`开始算数的记录`,
  proposals: msg`搭配建议`,
  candidatePairs: msg`比较过的搭配`,
  unmatched: msg`还没有搭配的儿童`,
  startsOn: msg`开始的日子`,
  serviceDate: msg`服务日期`,
  attempts: msg`试过的次数`,
  count: msg`人数`,
  hours: msg`小时`,
  generation: msg`批次`,
  shares: msg`份数`,
  threshold: msg`凑够几份才能打开`,
};

export const ACTION_NAMES: readonly string[] = Object.keys(ACTIONS);
export const SUBJECT_NAMES: readonly string[] = Object.keys(SUBJECTS);

/** Parts of records are read by themselves too, under their own names: a plan, the reasons of a proposal. */
function otherWords(action: string): MessageDescriptor {
  if (action.endsWith('.read')) return msg`查看了一份资料的内容`;
  if (action.endsWith('.listed')) return msg`查看了几份资料的内容`;
  return msg`另一种操作`;
}

/** What was done; a plain sentence for an action newer than this page. */
export const actionWords = (action: string): MessageDescriptor => lookUp(ACTIONS, action) ?? otherWords(action);
export const subjectWords = (type: string): MessageDescriptor => lookUp(SUBJECTS, type) ?? msg`其他`;
/** The name of a fact; undefined for one without words, which stands in the raw record only. */
export const factWords = (name: string): MessageDescriptor | undefined => lookUp(FACTS, name);
