import { useLingui } from '@lingui/react/macro';
import type { CapacityLimit, TeamBookingEnd, TeamBookingState, TeamTasks } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

const TONES: Readonly<Record<TeamBookingState, Tone>> = {
  HELD: 'soon',
  REQUESTED: 'paused',
  CONFIRMED: 'good',
  ROSTER_LOCKED: 'good',
  ATTENDED: 'good',
  REPORTED: 'quiet',
  WAITLISTED: 'paused',
  OFFERED: 'waiting',
  CANCELLED: 'quiet',
};

/** The words of bookings as the team reads them. */
export function useBookingWords() {
  const { t } = useLingui();
  const states: Readonly<Record<TeamBookingState, string>> = {
    HELD: t`留住了，还没有定`,
    REQUESTED: t`等机构答复`,
    CONFIRMED: t`约好了`,
    ROSTER_LOCKED: t`约好了，名单已定`,
    ATTENDED: t`来过了`,
    REPORTED: t`来过了，说明已出`,
    WAITLISTED: t`在排队`,
    OFFERED: t`有名额给您`,
    CANCELLED: t`不来了`,
  };
  const ends: Readonly<Record<TeamBookingEnd, string>> = {
    BY_TEAM: t`团队取消了`,
    BY_AGENCY: t`机构没有答应`,
    EXPIRED: t`时间到了，没有定下来`,
    ACTIVITY_CANCELLED: t`这个活动取消了`,
  };
  const tasks: Readonly<Record<TeamTasks, string>> = {
    WITH_CHILDREN: t`和孩子们一起`,
    WITHOUT_CHILDREN: t`不接触孩子的任务`,
  };
  // Why there are not more places, in words that follow "because".
  const limits: Readonly<Record<CapacityLimit, string>> = {
    VENUE: t`场地坐不下更多的人`,
    WORKERS: t`带队的社会工作者照看不了更多的人`,
    RATIO: t`客人不能比孩子多太多，免得孩子被围着看`,
    EXPOSURE: t`这组孩子这个月见的客人已经够多了`,
    CHECK_TIME: t`现在开始办的记录查询来不及了`,
    NO_OTHER_TASKS: t`这一天没有不接触孩子的任务`,
  };
  return {
    state: (state: TeamBookingState): string => states[state],
    tone: (state: TeamBookingState): Tone => TONES[state],
    end: (end: TeamBookingEnd): string => ends[end],
    tasks: (code: TeamTasks): string => tasks[code],
    limit: (limit: CapacityLimit): string => limits[limit],
  };
}
