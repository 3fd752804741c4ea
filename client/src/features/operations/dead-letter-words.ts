// Words for jobs that stopped: what was to happen, why it did not, and what to do about it.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { isKnownJob, type Cause, type JobKind } from './dead-letter-view.js';
import { ACTIVITY_JOBS } from './activity-job-words.js';

export interface JobWords {
  readonly name: MessageDescriptor;
  /** What it means for people that it has not happened. */
  readonly meaning: MessageDescriptor;
}

const JOBS: Readonly<Record<JobKind, JobWords>> = {
  'message.send': {
    name: msg`发出一封邮件或一条短信`,
    meaning: msg`对方还没有收到。有账号的人登录后仍能在“消息”里看到；监护人只靠这条短信。`,
  },
  'digest.compose': {
    name: msg`把一个人一天或一周的消息合成一封汇总`,
    meaning: msg`汇总还没有发出；登录后在“消息”里都能看到。每小时会再找一次漏下的。`,
  },
  'imports.forget-rows': {
    name: msg`按期删除名单文件里的原始内容`,
    meaning: msg`名单文件的原始内容应当在七天后删除，现在还留着。已经导入的资料不受影响。`,
  },
  'keys.destroy': {
    name: msg`销毁一把已删除资料的密钥`,
    meaning: msg`资料已经删除，但旧的备份里还可能读得出来，直到这把密钥也销毁。请尽快重试。`,
  },
  'staff.hand-over': {
    name: msg`把离职同事的志愿者和陪伴交给接手的人`,
    meaning: msg`这位同事的职责已经结束，但志愿者和陪伴还记在名下，没有人跟进。`,
  },
  'event:RosterImported': {
    name: msg`请第二个人确认导入的名单`,
    meaning: msg`督导者和机构负责人还没有接到通知。可以先当面告诉他们，在“导入名单”里确认。`,
  },
  'event:RosterConfirmed': {
    name: msg`告诉导入的人：名单已经确认`,
    meaning: msg`确认已经生效，只是导入的人还没有接到通知。`,
  },
  'event:ProposalAccepted': {
    name: msg`邀请志愿者开始一段陪伴`,
    meaning: msg`志愿者还没有接到通知，但登录后已经能看到这个邀请。`,
  },
  'event:CompanionshipAnswered': {
    name: msg`告诉社会工作者：志愿者已经回答`,
    meaning: msg`回答已经记下，只是社会工作者还没有接到通知。`,
  },
  'event:ConsentRecorded': {
    name: msg`记下家庭的同意以后的后续工作`,
    meaning: msg`同意已经记下并且有效。`,
  },
  'event:ConsentWithdrawn': {
    name: msg`告诉有关的人：监护人撤回了同意`,
    meaning: msg`撤回已经生效，志愿者看不到孩子的资料了；只是社会工作者和志愿者还没有接到通知。请尽快当面或打电话告诉他们。`,
  },
  'event:CompanionshipActivated': {
    name: msg`告诉志愿者：陪伴可以开始了`,
    meaning: msg`陪伴已经开始，只是志愿者还没有接到通知。`,
  },
  'event:CompanionshipEnded': {
    name: msg`告诉有关的人：陪伴已经结束`,
    meaning: msg`陪伴已经结束，只是社会工作者和志愿者还没有接到通知。`,
  },
  'event:CompanionshipHandedOn': {
    name: msg`谢谢志愿者：陪伴由另一位接着走下去`,
    meaning: msg`陪伴已经交接，只是以前的志愿者还没有接到感谢。`,
  },
  'event:CoverEnded': {
    name: msg`告诉有关的人：代为陪伴结束了`,
    meaning: msg`代为陪伴已经结束，只是志愿者和社会工作者还没有接到通知。`,
  },
  'event:DisclosureTakenBack': {
    name: msg`告诉社会工作者：一个家庭收回了同意`,
    meaning: msg`收回已经生效，平台已经不再给看，只是社会工作者还没有接到通知。`,
  },
  'event:ReminderDue': {
    name: msg`提醒志愿者：有手续快到期`,
    meaning: msg`手续本身没有变，只是志愿者还没有接到提醒。`,
  },
  'event:RemindersGathered': {
    name: msg`告诉督导者和社会工作者：几位志愿者有手续快到期`,
    meaning: msg`手续本身没有变，只是他们还没有接到这一天的汇总。`,
  },
  'event:ConsentEndsSoon': {
    name: msg`提醒社会工作者：一个家庭的同意快到期`,
    meaning: msg`同意还没有到期，只是社会工作者还没有接到提醒。`,
  },
  'event:CardReleased': {
    name: msg`告诉资助人：有一张新的成长卡片`,
    meaning: msg`卡片已经在资助人的页面上，只是资助人还没有接到通知。`,
  },
  'event:GuardianLinkCreated': {
    name: msg`把个人链接发给监护人`,
    meaning: msg`监护人还没有收到链接，所以还不能回答是否同意。`,
  },
  'event:ConcernRaised': {
    name: msg`告诉负责的人：有一件安全关切`,
    meaning: msg`安全关切已经记下，只是负责的人还没有接到通知。请马上当面或打电话告诉他们。`,
  },
  'event:ConcernUnseen': {
    name: msg`告诉下一位：安全关切还没有人看`,
    meaning: msg`安全关切还没有人看过，下一位也没有接到通知。请马上当面或打电话告诉他们。`,
  },
  'concern.escalate': {
    name: msg`到时间看看：安全关切有没有人看过`,
    meaning: msg`没有人看的安全关切，可能没有告诉下一位。请马上打开“安全关切”看一看。`,
  },
  'event:ConcernReportDue': {
    name: msg`提醒：报告主管部门的期限快到了`,
    meaning: msg`负责的人没有接到这次提醒。请马上打开“安全关切”，看看哪些还没有报告。`,
  },
  'concern.reportDue': {
    name: msg`到时间看看：安全关切有没有报告`,
    meaning: msg`快到期限的安全关切，可能没有提醒负责的人。请马上打开“安全关切”看一看。`,
  },
  'event:ApplicationSent': {
    name: msg`告诉督导者：有人报名做志愿者`,
    meaning: msg`报名已经收到，只是还没有提醒到人。请打开“志愿者报名”看一看。`,
  },
  'event:ApplicationAsked': {
    name: msg`给监护人或推荐人发链接`,
    meaning: msg`他们还没有收到链接。请打开那份报名，再发一次。`,
  },
  'event:ApplicationLinkAsked': {
    name: msg`再给报名的人发一次链接`,
    meaning: msg`报名的人还没有收到链接。填好的内容都在。`,
  },
  'event:ApplicationDecided': {
    name: msg`告诉报名的人：有回音了`,
    meaning: msg`决定已经记下，只是报名的人还没有接到通知。请打个电话。`,
  },
  'event:RightsAnswered': {
    name: msg`告诉提出请求的人：有答复了`,
    meaning: msg`答复已经记下，只是提出请求的人还没有接到通知。请打个电话。`,
  },
  'event:FamilySaidStop': {
    name: msg`告诉社会工作者和志愿者：家庭说了“停”`,
    meaning: msg`陪伴已经停下，只是他们还没有接到通知。请尽快当面或打电话告诉他们。`,
  },
  'event:AgreementOffered': {
    name: msg`请志愿者签一份协议`,
    meaning: msg`协议已经准备好，志愿者打开页面看得到，只是还没有接到通知。`,
  },
  'event:AgreementSigned': {
    name: msg`告诉相关的人：一份协议有人签了名`,
    meaning: msg`签名已经记下，只是接下来要签的人，或者对方，还没有接到通知。`,
  },
  'event:AgreementEnded': {
    name: msg`告诉相关的人：一份协议结束了`,
    meaning: msg`协议已经不再算数，只是相关的人还没有接到通知。请打个电话告诉他们。`,
  },
  'event:CompanionshipPaused': {
    name: msg`告诉另一方：一段陪伴先停一停`,
    meaning: msg`陪伴已经停下，只是他们还没有接到通知。请尽快当面或打电话告诉他们。`,
  },
  'event:SupervisionScheduled': {
    name: msg`告诉志愿者：督导约了会谈`,
    meaning: msg`会谈已经约好，志愿者打开页面看得到，只是还没有接到通知。`,
  },
  ...ACTIVITY_JOBS,
  'event:SupervisionToSign': {
    name: msg`请志愿者看会谈记录并签名`,
    meaning: msg`记录已经写好，志愿者打开页面看得到，只是还没有接到通知。`,
  },
  'event:VolunteerTimesChanged': {
    name: msg`告诉督导者：一位志愿者改了有空的时间`,
    meaning: msg`新的时间已经记下，只是督导者还没有接到通知。`,
  },
  'event:CompanionStopped': {
    name: msg`告诉社会工作者：一位陪伴者不能再来`,
    meaning: msg`陪伴已经结束，只是社会工作者还没有接到通知。请尽快当面或打电话告诉他们。`,
  },
  'event:WorkStopped': {
    name: msg`告诉督导者和机构负责人：一个人的工作已经暂停`,
    meaning: msg`暂停已经生效，只是督导者和机构负责人还没有接到通知。请尽快当面或打电话告诉他们。`,
  },
  'work.stop-elsewhere': {
    name: msg`一个人的工作暂停了，让在其他机构的陪伴也停下`,
    meaning: msg`这个人已经不能登录，也不会再被安排；但在别的机构还有陪伴没有停下。请马上重试。`,
  },
  'event:PersonInvited': {
    name: msg`把邀请发给一位新同事或志愿者`,
    meaning: msg`邀请还没有送到。可以重新邀请，或者把邀请链接当面交给对方。`,
  },
  'event:PasswordResetAsked': {
    name: msg`把重设密码的链接发给忘了密码的人`,
    meaning: msg`对方还没有收到。链接很快过期，请对方在登录页再试一次。`,
  },
  'event:IdentifierChangeAsked': {
    name: msg`把验证码发到新的手机号或邮箱`,
    meaning: msg`对方还没有收到，登录用的手机号或邮箱也没有换。请对方再试一次。`,
  },
  'event:PasswordChanged': {
    name: msg`告诉本人：密码已经改了`,
    meaning: msg`密码已经改好，只是本人还没有接到通知。如果不是本人改的，本人现在还不知道。`,
  },
  'event:FactorsChanged': {
    name: msg`告诉本人：登录保护有变化`,
    meaning: msg`变化已经生效，只是本人还没有接到通知。如果不是本人改的，本人现在还不知道。`,
  },
  'event:IdentifierChanged': {
    name: msg`告诉本人：登录用的手机号或邮箱已经换了`,
    meaning: msg`已经换好，只是原来的手机号或邮箱还没有接到通知。如果不是本人换的，本人现在还不知道。`,
  },
};

const OTHER_JOB: JobWords = {
  name: msg`一项后台任务`,
  meaning: msg`这一页还没有它的说明。请把下面的代号告诉负责服务器的人，他们能查到它是做什么的。`,
};

/** What a job was to do; for a kind newer than this page, whom to ask. */
export const jobWords = (kind: string): JobWords => (isKnownJob(kind) ? JOBS[kind] : OTHER_JOB);

export interface CauseWords {
  readonly why: MessageDescriptor;
  readonly now: MessageDescriptor;
}

export const CAUSE_WORDS: Readonly<Record<Cause, CauseWords>> = {
  MAIL_NOT_SET_UP: {
    why: msg`还没有设置用哪台邮件服务器，所以邮件发不出去。`,
    now: msg`请负责服务器的人设置 SMTP_URL（邮件服务器的地址），重新启动，再回来重试。`,
  },
  MAIL_ADDRESS: {
    why: msg`邮件服务器不认识收件人的邮箱地址。`,
    now: msg`请和对方核对邮箱。重试还会发到原来的地址；地址不对时，请直接联系对方。`,
  },
  MAIL_SIGN_IN: {
    why: msg`邮件服务器没有接受平台的用户名或密码。`,
    now: msg`请负责服务器的人检查 SMTP_URL 里的用户名和密码，重新启动，再回来重试。`,
  },
  MAIL_UNREACHABLE: {
    why: msg`连不上邮件服务器。`,
    now: msg`请负责服务器的人检查邮件服务器是否在运行、SMTP_URL 的地址和端口对不对，然后重试。`,
  },
  MAIL_NOT_TAKEN: {
    why: msg`邮件服务器没有收下这封邮件。`,
    now: msg`可以先重试。还是不行，请负责服务器的人把代号告诉邮件服务商，并检查 MAIL_FROM（发件地址）。`,
  },
  SMS_NOT_SET_UP: {
    why: msg`还没有设置用哪家短信服务，所以短信发不出去。`,
    now: msg`请负责服务器的人设置 SMS_URL（短信服务的地址），重新启动，再回来重试。`,
  },
  SMS_SIGN_IN: {
    why: msg`短信服务没有接受平台的密钥。`,
    now: msg`请负责服务器的人检查 SMS_TOKEN（短信服务的密钥），重新启动，再回来重试。`,
  },
  SMS_UNREACHABLE: {
    why: msg`连不上短信服务。`,
    now: msg`请负责服务器的人检查网络和 SMS_URL 的地址，然后重试。`,
  },
  SMS_BUSY: {
    why: msg`短信服务当时太忙，或者出了故障。`,
    now: msg`过一会儿重试就好。还是不行，请负责服务器的人联系短信服务商。`,
  },
  SMS_NOT_TAKEN: {
    why: msg`短信服务没有收下这条短信，多半是手机号或短信格式不对。`,
    now: msg`请和对方核对手机号。还是不行，请负责服务器的人把代号告诉短信服务商。`,
  },
  NO_HANDLER: {
    why: msg`正在运行的这一版平台不会做这项任务，可能是更新没有完成。`,
    now: msg`请负责服务器的人把各个进程都更新到同一版，然后重试。`,
  },
  CONTENT_INVALID: {
    why: msg`这项任务的内容，平台读不懂。这是平台的问题，不是您的操作造成的。`,
    now: msg`请把代号告诉负责服务器的人。更新平台以后可以重试；着急的话，请直接联系对方。`,
  },
  CONTENT_GONE: {
    why: msg`这项任务的内容已经按期删除。`,
    now: msg`不能再做了。还需要的话，请直接联系对方，或者重新做一次那一步。`,
  },
  FREE_TEXT: {
    why: msg`消息里有一段不该随消息出去的文字，所以没有发出。`,
    now: msg`重试没有用。请直接联系对方，并把这个代码告诉维护平台的人。`,
  },
  HAND_OVER_OPEN: {
    why: msg`原来说好接手的同事，现在没有这个职责，或者工作已经暂停。`,
    now: msg`请机构负责人先给接手的同事这个职责，或者解除暂停，然后重试。`,
  },
  KEY_MISSING: {
    why: msg`平台打不开这项任务加密的内容，可能是少了一把旧的密钥。`,
    now: msg`请负责服务器的人检查 APP_KEYS，把旧的密钥也放回去，重新启动，再回来重试。`,
  },
  INTERRUPTED: {
    why: msg`每次做到一半，服务器就停了。`,
    now: msg`可以先重试。再停下来，请负责服务器的人看看服务器为什么重启。`,
  },
  DATABASE: {
    why: msg`数据库当时没有回应，或者太忙。`,
    now: msg`可以先重试。还是不行，请负责服务器的人检查数据库。`,
  },
  UNKNOWN: {
    why: msg`出了这一页还没有说明的故障。`,
    now: msg`可以先重试。还是不行，请把代号告诉负责服务器的人，他们能在日志里查到。`,
  },
};
