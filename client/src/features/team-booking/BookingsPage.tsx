import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { TeamBooking_AllFragment } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { MovingDesk } from '../../ui/drawings/MovingDesk.js';
import { Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { BookingCard } from './BookingCard.js';
import { bookingGroups } from './bookings-view.js';
import { NoTeam } from './NoTeam.js';
import styles from './team-booking.module.css';
import { MY_TEAM_BOOKINGS, TEAM_BOOKING, TEAM_DAY } from './team-booking.operations.js';

/** Everything that the reader's teams booked: first what waits for them, then what comes, then what has been. */
export default function BookingsPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_TEAM_BOOKINGS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`我们的预约`}
      lead={<Trans>每个预约走到哪一步、接下来做什么，都在这里。</Trans>}
      actions={
        <LinkButton to="/company/days">
          <Trans>找一天</Trans>
        </LinkButton>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : data.myTeams.length === 0 ? (
        <NoTeam />
      ) : (
        <Groups bookings={data.myTeamBookings.map((one) => readFragment(TEAM_BOOKING, one))} reload={reload} />
      )}
    </Page>
  );
}

interface GroupsProps {
  readonly bookings: readonly TeamBooking_AllFragment[];
  readonly reload: () => void;
}

function Groups({ bookings, reload }: GroupsProps) {
  if (bookings.length === 0) {
    return (
      <EmptyState drawing={<MovingDesk />} title={<Trans>还没有约好的活动</Trans>}>
        <p>
          <Trans>先找合适的一天，留住名额，再请机构确认。</Trans>
        </p>
      </EmptyState>
    );
  }
  const { yours, coming, waiting, past } = bookingGroups(bookings, ({ day }) => readFragment(TEAM_DAY, day));
  const list = (title: ReactNode, group: readonly TeamBooking_AllFragment[]) =>
    group.length > 0 ? (
      <Section title={title}>
        <ul className={styles['days']}>
          {group.map((booking) => (
            <li key={booking.id}>
              <BookingCard booking={booking} reload={reload} />
            </li>
          ))}
        </ul>
      </Section>
    ) : null;
  return (
    <>
      {list(<Trans>等您决定</Trans>, yours)}
      {list(<Trans>要来的日子</Trans>, coming)}
      {list(<Trans>在排队</Trans>, waiting)}
      {list(<Trans>过去的</Trans>, past)}
    </>
  );
}
