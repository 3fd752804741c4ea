// Of activities at which somebody helps: what they wish, and the seats that they were told of.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string): GivenColumn => ({ label: say(zh, en), speak: 'plain' });

export const STAFFING_COPY: readonly PlannedTable[] = [
  {
    table: 'activity_wish',
    title: say('您想参加的活动', 'What you wish about activities'),
    of: 't.personId = ?',
    given: {
      kinds: { label: say('哪些活动', 'Which kinds'), speak: 'activityKind' },
      hoursPerMonth: col('每个月最多几个小时', 'Hours a month at most'),
      restDays: col('不来的日子', 'Days off'),
      changedAt: col('时间', 'At'),
    },
  },
  {
    table: 'seat_assignment',
    title: say('您的活动', 'Your activities'),
    of: 't.personId = ? AND t.publishedAt IS NOT NULL',
    given: {
      onDate: col('哪一天', 'On'),
      state: { label: say('现在', 'Now'), speak: 'seat' },
      publishedAt: col('通知您的时间', 'You were told at'),
      answeredAt: col('您答复的时间', 'You answered at'),
      reasonSealed: col('您说的原因', 'The reason that you gave'),
    },
  },
];
