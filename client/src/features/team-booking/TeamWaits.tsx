import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { TeamBooking_AllFragment } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { MovingDesk } from '../../ui/drawings/MovingDesk.js';
import { Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { PartError } from '../../ui/states/PartError.js';
import { BookingCard } from './BookingCard.js';
import { bookingGroups } from './bookings-view.js';
import { NoTeam } from './NoTeam.js';
import styles from './team-booking.module.css';
import { MY_TEAM_BOOKINGS, TEAM_BOOKING, TEAM_DAY } from './team-booking.operations.js';

/** What waits for a coordinator: what runs out first, then the days that come; where nothing is booked, the first step. */
export function TeamWaits({ firstTime }: { readonly firstTime: ReactNode }) {
  const [{ data, error }, load] = useQuery({ query: MY_TEAM_BOOKINGS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <PartError retry={reload} />;
  if (!data) return <LoadingState lines={5} />;
  if (data.myTeams.length === 0) return <NoTeam />;
  const bookings = data.myTeamBookings.map((one) => readFragment(TEAM_BOOKING, one));
  const { yours, coming, waiting } = bookingGroups(bookings, ({ day }) => readFragment(TEAM_DAY, day));
  if (yours.length + coming.length + waiting.length === 0) {
    return (
      <>
        <EmptyState
          drawing={<MovingDesk />}
          title={<Trans>还没有约好的活动</Trans>}
          action={
            <LinkButton to="/company/days">
              <Trans>找一天</Trans>
            </LinkButton>
          }
        >
          <p>
            <Trans>先找合适的一天，留住名额，再请机构确认。</Trans>
          </p>
        </EmptyState>
        {firstTime}
      </>
    );
  }
  const cards = (group: readonly TeamBooking_AllFragment[]) => (
    <ul className={styles['list']}>
      {group.map((booking) => (
        <li key={booking.id}>
          <BookingCard booking={booking} reload={reload} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {yours.length > 0 ? <Section title={<Trans>等您决定</Trans>}>{cards(yours)}</Section> : null}
      {coming.length + waiting.length > 0 ? (
        <Section
          title={<Trans>要来的日子</Trans>}
          aside={
            <Link to="/company/bookings">
              <Trans>全部预约</Trans>
            </Link>
          }
        >
          {cards([...coming, ...waiting])}
        </Section>
      ) : null}
      <div>
        <LinkButton to="/company/days" variant="default">
          <Trans>再找一天</Trans>
        </LinkButton>
      </div>
    </>
  );
}
