import { useLingui } from '@lingui/react/macro';
import type { SeatConflictCode, StaffingQuery } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';

type Seat = NonNullable<StaffingQuery['staffing']>['activities'][number]['roles'][number]['taken'][number];
export type SeatConflict = Seat['conflicts'][number];

export interface SeatStanding {
  readonly word: string;
  readonly tone: Tone;
}

/** The words of seats: how far each has come, and what stands against it. */
export function useSeatWords() {
  const { t } = useLingui();
  const format = useFormat();
  const plain: Readonly<Record<Exclude<SeatConflictCode, 'ELSEWHERE' | 'HOURS_OF_MONTH'>, string>> = {
    NOT_ELIGIBLE: t`那一天手续不齐，不能接触孩子`,
    SEATS_TAKEN: t`名额已经满了`,
    HAS_SEAT: t`已经在这个活动里`,
    SAID_NO: t`说过这次来不了`,
    TAKEN_OFF: t`从这个活动里撤下过`,
    REST_DAY: t`那一天想休息`,
    NOT_FREE: t`不在平时有空的时间`,
    LACKS_SKILL: t`没有登记这项技能`,
  };
  const conflict = ({ code, theme, startMinute, endMinute, minutesLeft }: SeatConflict): string => {
    if (code === 'HOURS_OF_MONTH') {
      const hours = Math.floor((minutesLeft ?? 0) / 60);
      return t`这个月只剩 ${hours} 个小时`;
    }
    if (code !== 'ELSEWHERE') return plain[code];
    const hours = `${format.minute(startMinute ?? 0)}–${format.minute(endMinute ?? 0)}`;
    return theme ? t`${hours} 在“${theme}”，中间要隔一个小时` : t`${hours} 有别的安排，中间要隔一个小时`;
  };
  const standing = ({ state, accepted, source }: Seat): SeatStanding => {
    switch (state) {
      case 'PROPOSED':
        return source === 'HAND'
          ? { word: t`同事安排的，还没有通知`, tone: 'waiting' }
          : { word: t`建议，还没有通知`, tone: 'waiting' };
      case 'PUBLISHED':
        return accepted ? { word: t`答应来`, tone: 'good' } : { word: t`通知了，等答复`, tone: 'soon' };
      case 'DECLINED':
        return { word: t`来不了`, tone: 'refused' };
      case 'ENDED':
        return { word: t`撤下了`, tone: 'quiet' };
    }
  };
  return { conflict, standing };
}
