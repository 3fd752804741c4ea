import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { readFragment } from '../../gql/index.js';
import type { TeamBooking_AllFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useActivityWords } from '../activities/index.js';
import { hasRunOut } from './bookings-view.js';
import { Countdown } from './Countdown.js';
import { bookingPath } from './paths.js';
import styles from './team-booking.module.css';
import { TEAM_DAY } from './team-booking.operations.js';
import { useBookingWords } from './use-booking-words.js';
import { useSecondsLeft } from './use-seconds-left.js';

interface BookingCardProps {
  readonly booking: TeamBooking_AllFragment;
  readonly reload: () => void;
}

/** One booking in a list: when, how many, how far. */
export function BookingCard({ booking, reload }: BookingCardProps) {
  const format = useFormat();
  const activity = useActivityWords();
  const words = useBookingWords();
  const left = useSecondsLeft(booking, reload);
  const day = readFragment(TEAM_DAY, booking.day);
  const { people, inLine, expiresAt, state } = booking;
  const over = hasRunOut(booking);
  return (
    <Card {...(state === 'OFFERED' && !over ? { tone: 'waiting' as const } : {})}>
      <div className={styles['day']}>
        <div className={styles['head']}>
          <h3 lang={activity.themeLang(day)}>
            <Link to={bookingPath(booking.id)}>{activity.theme(day)}</Link>
          </h3>
          <StateBadge tone={over ? 'quiet' : words.tone(state)}>
            {over ? words.end('EXPIRED') : words.state(state)}
          </StateBadge>
        </div>
        <p className={styles['facts']}>
          <strong>{format.dayOfWeek(day.onDate)}</strong>
          <span>{activity.hours(day)}</span>
          <span lang={dataLang(booking.team.shortName)}>{booking.team.shortName}</span>
        </p>
        <p className={styles['words']}>
          <Trans>{people} 人</Trans> · {words.tasks(booking.tasks)}
          {inLine ? (
            <>
              {' · '}
              <Trans>排在第 {inLine} 位</Trans>
            </>
          ) : null}
        </p>
        {left !== undefined && left > 0 && expiresAt ? <Countdown seconds={left} until={expiresAt} /> : null}
      </div>
    </Card>
  );
}
