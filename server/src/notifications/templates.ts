// Every message of the platform in both languages: one table. No message ever names a child.
import { AGREEMENT_WORDS, type NewVersionParams } from './agreement-words.js';
import { APPLICATION_WORDS, ASK_WORDS } from './application-words.js';
import { COMPANY_YEAR_WORDS, type ByDayParams } from './company-year-words.js';
import { COVER_WORDS } from './cover-words.js';
import { DIGEST_WORDS, type DigestParams } from './digest-words.js';
import { DESK_WORDS } from './desk-words.js';
import { FACTOR_WORDS } from './factor-words.js';
import { GIFT_WORDS } from './gift-words.js';
import { IDENTIFIER_WORDS } from './identifier-words.js';
import { REMINDER_WORDS, type GatheredParams, type ReminderParams } from './reminder-words.js';
import { RIGHTS_WORDS } from './rights-words.js';
import { SAFETY_WORDS } from './safety-words.js';
import type { TeamDayDueParams, TeamRosterDueParams } from './team-day-reminder-words.js';
import { TEAM_WORDS } from './team-words.js';
import { SEAT_WORDS } from './seat-words.js';
import { TRAINING_WORDS } from './training-words.js';

export type Locale = 'zh-CN' | 'en';

export interface AgencyParams {
  /** The agency's public name. */
  readonly agency: string;
}
export interface InvitationParams extends AgencyParams {
  /** YYYY-MM-DD in the agency's zone. */
  readonly expiresOn: string;
}
export interface LinkParams extends InvitationParams {
  readonly url: string;
}
export interface ResetLinkParams extends AgencyParams {
  readonly minutes: string;
}
export interface CodeParams extends ResetLinkParams {
  readonly code: string;
}

/** Template → what its words need. Names, dates and addresses only; never a child's. */
export interface TemplateParams extends Record<
  | keyof typeof AGREEMENT_WORDS
  | keyof typeof APPLICATION_WORDS
  | keyof typeof COVER_WORDS
  | keyof typeof FACTOR_WORDS
  | keyof typeof GIFT_WORDS
  | keyof typeof RIGHTS_WORDS
  | keyof typeof SAFETY_WORDS
  | keyof typeof TEAM_WORDS
  | keyof typeof SEAT_WORDS
  | keyof typeof TRAINING_WORDS,
  AgencyParams
> {
  agreementNewVersion: NewVersionParams;
  applicationGuardian: InvitationParams;
  applicationReferee: InvitationParams;
  digest: DigestParams;
  guardianLink: LinkParams;
  reminderDue: ReminderParams;
  teamDayDue: TeamDayDueParams;
  teamRosterDue: TeamRosterDueParams;
  remindersGathered: GatheredParams;
  proposalAccepted: AgencyParams;
  volunteerAgreed: AgencyParams;
  volunteerDeclined: AgencyParams;
  consentWithdrawnForWorker: AgencyParams;
  consentWithdrawnForVolunteer: AgencyParams;
  importToConfirm: AgencyParams;
  backupOverdue: AgencyParams;
  importConfirmed: AgencyParams;
  companyYearOpened: ByDayParams;
  companyYearCloses: ByDayParams;
  companyYearTold: AgencyParams;
  companyYearNoDay: AgencyParams;
  companyYearLineClosed: ByDayParams;
  companionshipActive: AgencyParams;
  companionshipEndedForWorker: AgencyParams;
  companionshipEndedForVolunteer: AgencyParams;
  companionshipHandedOn: AgencyParams;
  invitation: InvitationParams;
  passwordCode: CodeParams;
  passwordLink: ResetLinkParams;
  passwordChanged: AgencyParams;
  identifierCode: CodeParams;
  identifierChanged: AgencyParams;
}
export type TemplateName = keyof TemplateParams;
/** Messages to people with a page of their own; they also stand among their notices. */
export type NoticeTemplate = Exclude<
  TemplateName,
  | 'applicationAnswered'
  | 'applicationGuardian'
  | 'applicationReferee'
  | 'applicationResume'
  | 'colleagueInvited'
  | 'digest'
  | 'guardianLink'
  | 'invitation'
  | 'passwordCode'
  | 'passwordLink'
  | 'identifierCode'
>;
/** Their words say all there is to say, since no page of the reader's could. */
export const WHOLE_IN_SMS: readonly TemplateName[] = [
  'applicationAnswered',
  'applicationGuardian',
  'applicationReferee',
  'applicationResume',
  'colleagueInvited',
  'invitation',
  'passwordLink',
];

export interface Words {
  readonly title: string;
  readonly body: string;
  /** What the link or button says. */
  readonly action: string;
}

type Table = { readonly [Name in TemplateName]: Readonly<Record<Locale, (params: TemplateParams[Name]) => Words>> };

export const TEMPLATES: Table = {
  ...AGREEMENT_WORDS,
  ...APPLICATION_WORDS,
  ...ASK_WORDS,
  ...COMPANY_YEAR_WORDS,
  ...COVER_WORDS,
  ...DESK_WORDS,
  ...DIGEST_WORDS,
  guardianLink: {
    'zh-CN': ({ agency, url, expiresOn }) => ({
      title: '请您查看并决定',
      body: `${agency}：有一件事要请您看一看、由您决定。请打开 ${url} （${expiresOn} 前有效）。看不明白可以随时来电或让社工陪您一起看。请不要转发。`,
      action: '打开',
    }),
    en: ({ agency, url, expiresOn }) => ({
      title: 'Something for you to read and decide',
      body: `${agency}: please read this and decide: ${url} (valid until ${expiresOn}). If anything is unclear, call us or look at it together with the social worker. Please do not forward it.`,
      action: 'Open',
    }),
  },
  proposalAccepted: {
    'zh-CN': ({ agency }) => ({
      title: '有一段成长陪伴在等您的回答',
      body: `${agency}为您找到了一段合适的成长陪伴。请看一看时间和地点，再告诉我们您是否愿意。不方便也没关系，说一声就好。`,
      action: '去看一看',
    }),
    en: ({ agency }) => ({
      title: 'A companionship awaits your answer',
      body: `${agency} has found a companionship that suits you. Please look at the times and places and tell us whether you would like to. Saying no is fine too.`,
      action: 'Have a look',
    }),
  },
  volunteerAgreed: {
    'zh-CN': () => ({
      title: '志愿者愿意开始陪伴',
      body: '一位志愿者答应了陪伴的邀请。下一步是和家庭谈同意，并准备陪伴计划。',
      action: '查看这段陪伴',
    }),
    en: () => ({
      title: 'A volunteer said yes',
      body: "A volunteer agreed to a companionship. Next come the family's consent and the plan.",
      action: 'Open the companionship',
    }),
  },
  volunteerDeclined: {
    'zh-CN': () => ({
      title: '志愿者这次不方便',
      body: '一位志愿者这次没有接受陪伴的邀请。可以在匹配里看看其他合适的人选。',
      action: '查看这段陪伴',
    }),
    en: () => ({
      title: 'A volunteer said no this time',
      body: 'A volunteer did not take up a companionship this time. Other suitable people are in the matching.',
      action: 'Open the companionship',
    }),
  },
  consentWithdrawnForWorker: {
    'zh-CN': () => ({
      title: '一项同意已被撤回',
      body: '一个家庭撤回了一项同意，相关内容已经立即停止显示。请在方便的时候联系家庭，问问是否需要帮助；不影响其他服务。',
      action: '查看相关安排',
    }),
    en: () => ({
      title: 'A consent was withdrawn',
      body: 'A family withdrew a consent; what it had released is hidden already. Please get in touch when convenient and ask whether they need anything. Other services go on.',
      action: 'Open it',
    }),
  },
  consentWithdrawnForVolunteer: {
    'zh-CN': ({ agency }) => ({
      title: '您的一段陪伴有变化',
      body: `一段陪伴先停一停，这不是您的问题。请先不要前往，也不用联系家庭，${agency}的社工会跟您说明。谢谢您的理解。`,
      action: '查看我的陪伴',
    }),
    en: ({ agency }) => ({
      title: 'One of your companionships has changed',
      body: `A companionship rests for now; it is nothing you did. Please do not visit or contact the family for the moment; the social worker of ${agency} will explain. Thank you for understanding.`,
      action: 'Open my companionships',
    }),
  },
  companionshipActive: {
    'zh-CN': ({ agency }) => ({
      title: '陪伴可以开始了',
      body: `手续都齐了，这段陪伴现在可以开始。第一次见面前，请再看一遍约定的时间、地点和相处守则。有问题随时找${agency}的社工。`,
      action: '查看我的陪伴',
    }),
    en: ({ agency }) => ({
      title: 'The companionship can begin',
      body: `Everything is in place. Before the first meeting, please read the agreed times, places and conduct rules once more. The social worker of ${agency} is there for any question.`,
      action: 'Open my companionships',
    }),
  },
  companionshipEndedForWorker: {
    'zh-CN': () => ({
      title: '一段陪伴结束了',
      body: '一段陪伴已经结束。请安排好告别，并和家庭、志愿者一起做个总结。',
      action: '查看这段陪伴',
    }),
    en: () => ({
      title: 'A companionship has ended',
      body: 'A companionship has ended. Please arrange the farewell and close it together with the family and the volunteer.',
      action: 'Open the companionship',
    }),
  },
  companionshipEndedForVolunteer: {
    'zh-CN': ({ agency }) => ({
      title: '一段陪伴结束了',
      body: `一段陪伴已经结束。谢谢您走过的这一程。接下来的告别和总结，${agency}会和您一起完成。`,
      action: '查看',
    }),
    en: ({ agency }) => ({
      title: 'A companionship has ended',
      body: `A companionship has ended. Thank you for this part of the way. ${agency} will go through the farewell and the closing notes with you.`,
      action: 'Open',
    }),
  },
  companionshipHandedOn: {
    'zh-CN': ({ agency }) => ({
      title: '谢谢您走过的这一程',
      body: `这段陪伴由另一位志愿者接着走下去。谢谢您陪过的每一次。想聊一聊告别，${agency}的社会工作者随时都在。`,
      action: '查看',
    }),
    en: ({ agency }) => ({
      title: 'Thank you for this part of the way',
      body: `Another volunteer goes on with this companionship. Thank you for each time that you were there. If you would like to talk about the farewell, the social workers of ${agency} are there.`,
      action: 'Open',
    }),
  },
  invitation: {
    'zh-CN': ({ agency, expiresOn }) => ({
      title: `${agency}邀请您加入`,
      body: `${agency}请您在同行平台开通自己的账号。请在 ${expiresOn} 前打开链接，设一个只有您知道的密码。链接只给您本人，请不要转发。`,
      action: '开通账号',
    }),
    en: ({ agency, expiresOn }) => ({
      title: `${agency} invites you to join`,
      body: `${agency} invites you to make your own account on Tongxing. Please open the link by ${expiresOn} and choose a password that only you know. The link is for you alone; please do not forward it.`,
      action: 'Make my account',
    }),
  },
  passwordCode: {
    'zh-CN': ({ code, minutes }) => ({
      title: '重设密码的验证码',
      body: `验证码 ${code}，${minutes} 分钟内有效，用来重设您的密码。不要告诉任何人，工作人员也不会问您要。不是您本人操作，不用理会。`,
      action: '打开',
    }),
    en: ({ code, minutes }) => ({
      title: 'Code for a new password',
      body: `Your code is ${code}, valid for ${minutes} minutes, to set a new password. Tell nobody; our staff will never ask for it. If it was not you, do nothing.`,
      action: 'Open',
    }),
  },
  passwordLink: {
    'zh-CN': ({ minutes }) => ({
      title: '重设您的密码',
      body: `有人（应该是您本人）要重设同行的登录密码。请在 ${minutes} 分钟内打开链接，设一个新密码。不是您本人操作，不用理会，原来的密码照常使用。`,
      action: '设新密码',
    }),
    en: ({ minutes }) => ({
      title: 'Set a new password',
      body: `Somebody, most likely you, asked for a new password on Tongxing. Please open the link within ${minutes} minutes and choose one. If it was not you, do nothing: the old password goes on working.`,
      action: 'Set a new password',
    }),
  },
  passwordChanged: {
    'zh-CN': ({ agency }) => ({
      title: '您的密码改过了',
      body: `您的登录密码刚刚改过，其他设备都已经退出。如果不是您本人，请马上用“忘记密码”重设，并告诉${agency}。`,
      action: '查看我的账号',
    }),
    en: ({ agency }) => ({
      title: 'Your password was changed',
      body: `Your password has just been changed, and all other devices are signed out. If it was not you, set a new one at once with "Forgot password" and tell ${agency}.`,
      action: 'Open my account',
    }),
  },
  ...FACTOR_WORDS,
  ...REMINDER_WORDS,
  ...GIFT_WORDS,
  ...RIGHTS_WORDS,
  ...SAFETY_WORDS,
  ...IDENTIFIER_WORDS,
  ...TEAM_WORDS,
  ...SEAT_WORDS,
  ...TRAINING_WORDS,
};

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as [TemplateName, ...TemplateName[]];

/** How an agency is called whose own name does not leave. */
const SOME_AGENCY: Readonly<Record<Locale, string>> = { 'zh-CN': '您认识的社工机构', en: 'the agency that you know' };
export const agencyIn = (locale: Locale, name: string | undefined): string => name || SOME_AGENCY[locale];

export function wordsOf<Name extends TemplateName>(name: Name, locale: Locale, params: TemplateParams[Name]): Words {
  return TEMPLATES[name][locale]({ ...params, agency: agencyIn(locale, params.agency) });
}
