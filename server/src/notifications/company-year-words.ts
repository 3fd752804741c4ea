// What coordinators of companies and other teams are told of next year: the catalogue, its closing date, what came of it.
import type { AgencyParams } from './templates.js';

export interface ByDayParams extends AgencyParams {
  /** The last day for wishes, YYYY-MM-DD. */
  readonly day: string;
}

export const COMPANY_YEAR_WORDS = {
  companyYearOpened: {
    'zh-CN': ({ day }: ByDayParams) => ({
      title: '新一年的合作目录开放了',
      body: `请看看机构想办什么，把你们最想参加的排在前面。${day} 以前（含当天）都可以选、可以改。`,
      action: '看目录',
    }),
    en: ({ day }: ByDayParams) => ({
      title: 'The new year’s catalogue is open',
      body: `Please see what the agency offers, and rank what you would like most. You can choose and change up to and including ${day}.`,
      action: 'See the catalogue',
    }),
  },
  companyYearCloses: {
    'zh-CN': ({ day }: ByDayParams) => ({
      title: `合作意愿 ${day} 截止`,
      body: '你们还没有选。几分钟就好：排出最想参加的，说一声大概几个人。不想来也没关系。',
      action: '去选',
    }),
    en: ({ day }: ByDayParams) => ({
      title: `Wishes for the year close on ${day}`,
      body: 'Your team has not chosen yet. It takes a few minutes: rank what you would like, and say about how many you are. Not coming is fine, too.',
      action: 'Choose',
    }),
  },
  companyYearTold: {
    'zh-CN': () => ({
      title: '你们的日子排好了',
      body: '机构照着大家的意愿排了日子。请看看，说一声来不来。',
      action: '看日子并答复',
    }),
    en: () => ({
      title: 'Your days of the year are here',
      body: 'The agency has arranged days by everybody’s wishes. Please look, and say whether you come.',
      action: 'See the days and answer',
    }),
  },
  companyYearNoDay: {
    'zh-CN': () => ({
      title: '这一年没有排上你们',
      body: '想来的团队多，日子不够，很抱歉。下一年你们优先；目录以外，有空位的团队活动照样可以约。',
      action: '看看',
    }),
    en: () => ({
      title: 'There was no day for your team this year',
      body: 'We are sorry: more teams wished than there are days. You come first the year after; and team days that have room can be booked as ever.',
      action: 'Have a look',
    }),
  },
  companyYearLineClosed: {
    'zh-CN': ({ day }: ByDayParams) => ({
      title: '你们选的一项活动办不成了',
      body: `为什么，写在目录里；别的意愿都还在。想换一项，${day} 以前（含当天）都可以。`,
      action: '看目录',
    }),
    en: ({ day }: ByDayParams) => ({
      title: 'An activity that you chose cannot take place',
      body: `The catalogue says why; your other wishes stand. Up to and including ${day} you can choose another.`,
      action: 'See the catalogue',
    }),
  },
};
