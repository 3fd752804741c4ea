// Of activities: when somebody was there, their hours, and a child's part; what others wrote down of a child at the door is
// not in it, nor what the child said by themselves.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string): GivenColumn => ({ label: say(zh, en), speak: 'plain' });

export const ATTENDANCE_COPY: readonly PlannedTable[] = [
  {
    table: 'check_in',
    title: say('在活动门口签到', 'Arrivals at activities'),
    of: 't.personId = ?',
    given: {
      recordedAt: col('记录的时间', 'Written down at'),
      inMinute: col('到（从零点起的分钟）', 'Came (minutes since midnight)'),
      outMinute: col('离开（从零点起的分钟）', 'Left (minutes since midnight)'),
    },
  },
  {
    table: 'service_hours',
    title: say('服务时间', 'Hours of service'),
    of: 't.personId = ?',
    given: { onDate: col('日期', 'Date'), minutes: col('分钟', 'Minutes') },
  },
  {
    table: 'team_pack_line',
    title: say('告诉过您的团队的服务时间', 'Hours that your team was told of'),
    of: 't.personId = ?',
    given: { minutes: col('分钟', 'Minutes') },
  },
  {
    table: 'service_certificate',
    title: say('服务证明', 'Certificates of service'),
    of: 't.personId = ?',
    given: { number: col('编号', 'Number'), madeAt: col('做出', 'Made') },
  },
  {
    table: 'companion_interest',
    title: say('想长期陪伴一个孩子', 'Would like to accompany a child'),
    of: 't.personId = ?',
    given: { saidAt: col('说的时间', 'Said'), answeredAt: col('谈过的时间', 'Talked about') },
  },
  {
    table: 'activity_child',
    title: say('参加的活动', 'Activities taken part in'),
    of: 't.childId IN (SELECT id FROM child WHERE personId = ?)',
    given: {
      recordedAt: col('记录的时间', 'Written down at'),
      inMinute: col('到（从零点起的分钟）', 'Came (minutes since midnight)'),
      outMinute: col('离开（从零点起的分钟）', 'Left (minutes since midnight)'),
      noteSealed: col('当天的状态', 'How it went that day'),
    },
    withheld: { fetchedBySealed: 'OTHERS', wordsSealed: 'SAFETY' },
  },
];
