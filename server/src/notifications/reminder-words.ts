// What people are reminded of, and how: the sooner the end, the plainer what to do.
import { ENDED_STEP, type ReminderKind } from '@tongxing/shared/rules';
import { TEAM_DAY_REMINDER_WORDS } from './team-day-reminder-words.js';
import type { AgencyParams, Locale, Words } from './templates.js';

export interface ReminderParams extends AgencyParams {
  readonly kind: string;
  /** Last day, YYYY-MM-DD. */
  readonly day: string;
  /** Days before it, as a text; −1 the day after. */
  readonly step: string;
}
export interface GatheredParams extends AgencyParams {
  readonly ending: string;
  readonly ended: string;
}

interface About {
  readonly what: string;
  readonly next: string;
}
/** Those about a team’s day have words of their own. */
type Ending = Exclude<ReminderKind, 'TEAM_DAY' | 'TEAM_DAY_CHECK' | 'TEAM_ROSTER'>;
type Abouts = Readonly<Record<Ending, Readonly<Record<Locale, About>>>>;

const ABOUT: Abouts = {
  TRAINING: {
    'zh-CN': { what: '培训', next: '请看看最近的复训，学完就接上了。' },
    en: { what: 'training', next: 'Please look for the next refresher; once it is done, all goes on.' },
  },
  VOLUNTEER_AGREEMENT: {
    'zh-CN': { what: '志愿服务协议', next: '请和督导者约个时间续签。' },
    en: { what: 'volunteer agreement', next: 'Please arrange with your supervisor to sign it again.' },
  },
  RECORD_CHECK: {
    'zh-CN': { what: '违法犯罪记录查询', next: '请重新查询一次，把证明给督导者看一眼，看完就还给您。' },
    en: {
      what: 'record check',
      next: 'Please ask for a new one and show it to your supervisor, who looks at it and gives it back.',
    },
  },
  COLLEAGUE_CHECK: {
    'zh-CN': { what: '违法犯罪记录查询', next: '请重新查询一次，把证明给督导者或负责人看一眼，看完就还给您。' },
    en: {
      what: 'record check',
      next: 'Please ask for a new one and show it to a supervisor or director, who looks at it and gives it back.',
    },
  },
  COMING_OF_AGE: {
    'zh-CN': {
      what: '未成年志愿者的安排',
      next: '您就要满十八周岁了，祝贺您！以后服务需要一份违法犯罪记录查询，请早些去办。',
    },
    en: {
      what: 'arrangement for minors',
      next: 'You are about to turn eighteen, congratulations! From then on a record check is needed; please ask for one in good time.',
    },
  },
  AGREEMENT_VERSION: {
    'zh-CN': { what: '志愿服务协议', next: '新的一份已经准备好，请读一读、签上名。' },
    en: { what: 'volunteer agreement', next: 'The next one is ready; please read and sign it.' },
  },
  AGREEMENT_AWAITED: {
    'zh-CN': { what: '志愿服务协议', next: '新的一份您已经签好，还等监护人或者机构签；请问一问社会工作者。' },
    en: {
      what: 'volunteer agreement',
      next: 'You have signed the next one; it waits for your guardian or the agency. Please ask the social worker.',
    },
  },
  SUPERVISION: {
    'zh-CN': { what: '督导会谈的间隔', next: '请和督导者约一次会谈。' },
    en: { what: 'time between supervision sessions', next: 'Please arrange a session with your supervisor.' },
  },
  CONTACT: {
    'zh-CN': { what: '约定的见面时间', next: '请安排一次见面，不方便就告诉社会工作者。' },
    en: { what: 'time for the next contact', next: 'Please arrange to meet, or tell the social worker if you cannot.' },
  },
};
const OTHER: Readonly<Record<Locale, About>> = {
  'zh-CN': { what: '一项手续', next: '请打开看看要做什么。' },
  en: { what: 'paper', next: 'Please open the page to see what to do.' },
};
const isKind = (kind: string): kind is Ending => kind in ABOUT;
const aboutOf = (kind: string, locale: Locale): About => (isKind(kind) ? ABOUT[kind] : OTHER)[locale];

function titleZh(what: string, day: string, step: number): string {
  if (step === ENDED_STEP) return `您的${what}已经到期`;
  if (step === 0) return `您的${what}今天到期`;
  return step === 1 ? `您的${what}明天到期` : `您的${what} ${day} 到期`;
}
function titleEn(what: string, day: string, step: number): string {
  if (step === ENDED_STEP) return `Your ${what} has ended`;
  if (step === 0) return `Your ${what} ends today`;
  return step === 1 ? `Your ${what} ends tomorrow` : `Your ${what} ends on ${day}`;
}

export const REMINDER_WORDS = {
  ...TEAM_DAY_REMINDER_WORDS,
  reminderDue: {
    'zh-CN': ({ kind, day, step }: ReminderParams): Words => {
      const { what, next } = aboutOf(kind, 'zh-CN');
      const rest =
        Number(step) === ENDED_STEP
          ? '接上以前，服务先停一停；接上以后马上可以继续。'
          : `在 ${day} 以前（含当天）服务照常。`;
      return { title: titleZh(what, day, Number(step)), body: `${next}${rest}`, action: '看看我的准备情况' };
    },
    en: ({ kind, day, step }: ReminderParams): Words => {
      const { what, next } = aboutOf(kind, 'en');
      const rest =
        Number(step) === ENDED_STEP
          ? 'Until then your service rests; it goes on the moment this is renewed.'
          : `Up to and including ${day} your service goes on as usual.`;
      return { title: titleEn(what, day, Number(step)), body: `${next} ${rest}`, action: 'See where I stand' };
    },
  },
  remindersGathered: {
    'zh-CN': ({ ending, ended }: GatheredParams): Words => ({
      title: '您身边的志愿者有手续要接上',
      body: `今天提醒了您身边的志愿者：${ending} 位有手续快到期，${ended} 位的已经到期。名单上写着是谁、哪一天。`,
      action: '打开名单',
    }),
    en: ({ ending, ended }: GatheredParams): Words => ({
      title: 'Volunteers beside you have something to renew',
      body: `Volunteers beside you were reminded today: for ${ending} something ends soon, for ${ended} it has ended. The list says who and when.`,
      action: 'Open the list',
    }),
  },
} as const;
