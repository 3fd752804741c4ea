import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { readFragment } from '../../gql/index.js';
import type { TeamBooking_AllFragment, TeamBookingState } from '../../gql/graphql.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Moment, Story } from '../../ui/story/Story.js';
import { hasRunOut } from './bookings-view.js';
import { TEAM_DAY } from './team-booking.operations.js';
import { useBookingWords } from './use-booking-words.js';

const AHEAD: readonly TeamBookingState[] = ['HELD', 'REQUESTED', 'CONFIRMED', 'ROSTER_LOCKED'];

/** What has been, step by step, and what comes next, drawn open. */
export function BookingStory({ booking }: { readonly booking: TeamBooking_AllFragment }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useBookingWords();
  const day = readFragment(TEAM_DAY, booking.day);
  const { steps, state, endedHow } = booking;
  const over = hasRunOut(booking);
  const titles: Readonly<Record<TeamBookingState, (people: number) => string>> = {
    HELD: (people) => t`留住了 ${people} 个名额`,
    REQUESTED: (people) => t`请机构确认 ${people} 人`,
    CONFIRMED: (people) => t`约好了 ${people} 人`,
    ROSTER_LOCKED: () => t`名单定了`,
    ATTENDED: () => t`来过了`,
    REPORTED: () => t`说明发给了团队`,
    WAITLISTED: (people) => t`排队等 ${people} 个名额`,
    OFFERED: (people) => t`有 ${people} 个名额给您`,
    CANCELLED: () => (endedHow ? words.end(endedHow) : words.state('CANCELLED')),
  };
  const ahead: readonly (readonly [ReactNode, ReactNode])[] =
    over || !AHEAD.includes(state)
      ? []
      : [
          ...(state === 'HELD'
            ? [[<Trans key="a">请机构确认</Trans>, <Trans key="b">请了以后，名额一直留到机构答复。</Trans>] as const]
            : []),
          ...(state === 'HELD' || state === 'REQUESTED'
            ? [[<Trans key="a">机构答复</Trans>, <Trans key="b">答应了就约好了，会发消息告诉您。</Trans>] as const]
            : []),
          ...(state === 'ROSTER_LOCKED'
            ? []
            : [
                [
                  <Trans key="a">同事报名和准备</Trans>,
                  <Trans key="b">{format.day(day.checkBy)} 以前都准备好，名单就定下来。</Trans>,
                ] as const,
              ]),
          [<Trans key="a">活动那一天</Trans>, format.dayOfWeek(day.onDate)],
        ];
  return (
    <Story>
      {steps.map((one, index) => {
        const changed = index > 0 && steps[index - 1]?.state === one.state;
        return (
          <Moment
            key={`${one.at} ${one.state} ${one.people}`}
            title={changed ? t`改成 ${one.people} 人` : titles[one.state](one.people)}
          >
            {format.instant(one.at)} ·{' '}
            {one.by === '' ? <Trans>自动</Trans> : <span lang={dataLang(one.by)}>{one.by}</span>}
          </Moment>
        );
      })}
      {ahead.map(([title, about], index) => (
        <Moment key={index} ahead title={title}>
          {about}
        </Moment>
      ))}
    </Story>
  );
}
