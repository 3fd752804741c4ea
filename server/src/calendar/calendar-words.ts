// What a calendar says: the kind alone. Whoever looks over a shoulder, or runs the calendar's server, learns nobody's name.
import type { AppointmentKind } from './calendar-sources.js';

type Locale = 'zh-CN' | 'en';

export const APPOINTMENT_TITLES: Readonly<Record<AppointmentKind, Readonly<Record<Locale, string>>>> = {
  SUPERVISION: { 'zh-CN': '督导', en: 'Supervision' },
  CONTACT: { 'zh-CN': '陪伴', en: 'Companionship' },
  TRAINING: { 'zh-CN': '培训', en: 'Training' },
  ACTIVITY: { 'zh-CN': '活动', en: 'Activity' },
  TEAM_BOOKING: { 'zh-CN': '团队活动', en: 'Team day' },
  TEAM_DAY: { 'zh-CN': '团队活动', en: 'Team day' },
};
interface CalendarWords {
  readonly name: string;
  readonly about: string;
  /** Before the title, for programs that do not read the status. */
  readonly calledOff: string;
}
export const CALENDAR_WORDS: Readonly<Record<Locale, CalendarWords>> = {
  'zh-CN': { name: '同行', about: '时间、地点和别的情况，请登录同行，在自己的页面上看。', calledOff: '已取消：' },
  en: {
    name: 'Tongxing',
    about: 'For the place and all else, please sign in to Tongxing and open your own page.',
    calledOff: 'Called off: ',
  },
};
