import { useLingui } from '@lingui/react/macro';
import { TEAM_KINDS, type CapacityLimit, type TeamTasks } from '@tongxing/shared/rules';
import type { TeamBookingEnd, TeamBookingState } from '@tongxing/shared/states';
import type { Tone } from '../../ui/badge/StateBadge.js';

/** The words of teams and their bookings in the reader's language, as the desk says them. */
export function useTeamWords() {
  const { t, i18n } = useLingui();
  const states: Readonly<Record<TeamBookingState, string>> = {
    HELD: t`先留着名额`,
    REQUESTED: t`等机构答复`,
    CONFIRMED: t`已确认`,
    ROSTER_LOCKED: t`名单已定`,
    ATTENDED: t`来过了`,
    REPORTED: t`报告已发出`,
    WAITLISTED: t`排队等名额`,
    OFFERED: t`有名额了，等团队答复`,
    CANCELLED: t`已取消`,
  };
  const tasks: Readonly<Record<TeamTasks, string>> = {
    WITH_CHILDREN: t`和孩子们一起`,
    WITHOUT_CHILDREN: t`不接触孩子的任务`,
  };
  const limits: Readonly<Record<CapacityLimit, string>> = {
    VENUE: t`场地只能容纳这么多人`,
    WORKERS: t`负责的同事只照看得过来这么多人`,
    RATIO: t`每个孩子身边只能有这么多来访的人`,
    EXPOSURE: t`这组孩子这个月见团队的日子已经够了`,
    CHECK_TIME: t`现在开始办记录查询，已经来不及`,
    NO_OTHER_TASKS: t`这一天没有不接触孩子的任务`,
  };
  const ends: Readonly<Record<TeamBookingEnd, string>> = {
    BY_TEAM: t`团队自己取消的`,
    BY_AGENCY: t`机构谢绝或取消的`,
    EXPIRED: t`过了时间没有答复`,
    ACTIVITY_CANCELLED: t`活动取消了`,
  };
  return {
    kind: (code: string): string => {
      const words = TEAM_KINDS.find((one) => one.code === code);
      if (!words) return t`其他`;
      return i18n.locale === 'en' ? words.en.charAt(0).toUpperCase() + words.en.slice(1) : words.zh;
    },
    state: (state: TeamBookingState): string => states[state],
    tone: (state: TeamBookingState): Tone => TONES[state],
    tasks: (one: TeamTasks): string => tasks[one],
    /** Why there are not more places. */
    limit: (limit: CapacityLimit): string => limits[limit],
    ended: (how: TeamBookingEnd): string => ends[how],
  };
}

const TONES: Readonly<Record<TeamBookingState, Tone>> = {
  HELD: 'soon',
  REQUESTED: 'waiting',
  CONFIRMED: 'good',
  ROSTER_LOCKED: 'good',
  ATTENDED: 'good',
  REPORTED: 'quiet',
  WAITLISTED: 'soon',
  OFFERED: 'soon',
  CANCELLED: 'quiet',
};
