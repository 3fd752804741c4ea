import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { TeamDay_AllFragment, TeamDaysQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useActivityWords } from '../activities/index.js';
import { isLiving } from './bookings-view.js';
import { CheckBy, FreePlaces } from './DayParts.js';
import styles from './team-booking.module.css';
import { useBookingWords } from './use-booking-words.js';

interface DayCardProps {
  readonly day: TeamDay_AllFragment;
  /** As it stands in the filter: the day's page begins with it. */
  readonly people: string;
  readonly bookings: TeamDaysQuery['myTeamBookings'];
}

/** One day of the catalogue. */
export function DayCard({ day, people, bookings }: DayCardProps) {
  const format = useFormat();
  const activity = useActivityWords();
  const words = useBookingWords();
  const own = bookings.find((one) => one.day.id === day.id && isLiving(one));
  const to = `/company/days/${encodeURIComponent(day.id)}${people === '' ? '' : `?people=${encodeURIComponent(people)}`}`;
  return (
    <Card>
      <div className={styles['day']}>
        <div className={styles['head']}>
          <h2 lang={activity.themeLang(day)}>
            <Link to={to}>{activity.theme(day)}</Link>
          </h2>
          {own ? <StateBadge tone={words.tone(own.state)}>{words.state(own.state)}</StateBadge> : null}
        </div>
        <p className={styles['facts']}>
          <strong>{format.dayOfWeek(day.onDate)}</strong>
          <span>{activity.hours(day)}</span>
          <span lang={dataLang(day.venue)}>{day.venue}</span>
          <span>{activity.kind(day.kind)}</span>
        </p>
        <FreePlaces day={day} />
        <CheckBy day={day} />
        {day.waiting > 0 ? (
          <p className={styles['quiet']}>
            <Trans>{day.waiting} 个团队在排队</Trans>
          </p>
        ) : null}
      </div>
    </Card>
  );
}
