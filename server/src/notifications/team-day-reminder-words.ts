// What people of a team hear before its day while something is missing, and their coordinator in numbers.
import type { AgencyParams, Words } from './templates.js';

export interface TeamDayDueParams extends AgencyParams {
  /** `TEAM_DAY`, or `TEAM_DAY_CHECK` on the day by which the record check has to be there. */
  readonly kind: string;
  /** The day itself, or that by which the check has to be there, YYYY-MM-DD. */
  readonly day: string;
}
export interface TeamRosterDueParams extends AgencyParams {
  /** By which everybody has to be cleared. */
  readonly day: string;
  readonly people: string;
  readonly joined: string;
  readonly waiting: string;
}

export const TEAM_DAY_REMINDER_WORDS = {
  teamDayDue: {
    'zh-CN': ({ kind, day }: TeamDayDueParams): Words =>
      kind === 'TEAM_DAY_CHECK'
        ? {
            title: '今天是记录查询办好的最后一天',
            body: `${day} 以后到的，那一天就请您做不接触孩子的任务，一样需要您。已经拿到证明，请今天给机构看一眼。`,
            action: '看看还差什么',
          }
        : {
            title: `${day} 和团队一起来，还有一点没准备好`,
            body: '还差什么，页面上写着，几分钟就能做完。来不了，也请在页面上说一声，名额好留给同事。',
            action: '看看还差什么',
          },
    en: ({ kind, day }: TeamDayDueParams): Words =>
      kind === 'TEAM_DAY_CHECK'
        ? {
            title: 'Today is the last day for your record check',
            body: `If it is there after ${day}, please do the tasks without children on that day: you are needed there as well. If you have the paper, show it to the agency today.`,
            action: 'See what is missing',
          }
        : {
            title: `With your team on ${day}: a little is missing`,
            body: 'The page says what, and it takes a few minutes. If you cannot come, please say so there, so that a colleague can have the place.',
            action: 'See what is missing',
          },
  },
  teamRosterDue: {
    'zh-CN': ({ day, people, joined, waiting }: TeamRosterDueParams): Words => ({
      title: `名单到 ${day} 要都准备好`,
      body: `${people} 个名额，报名 ${joined} 人，其中 ${waiting} 人还有没准备好的。名单上写着是谁、差什么，也可以一键提醒。`,
      action: '打开名单',
    }),
    en: ({ day, people, joined, waiting }: TeamRosterDueParams): Words => ({
      title: `Everybody is to be ready by ${day}`,
      body: `Places: ${people}; on the list: ${joined}; of these still missing something: ${waiting}. The list says who and what, and reminds them with one press.`,
      action: 'Open the list',
    }),
  },
} as const;
