import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { DeskBookingFragment } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { BookingCard } from './BookingCard.js';
import { deskOf } from './desk-bookings.js';
import { DESK_BOOKING, DESK_BOOKINGS } from './team-desk.operations.js';
import styles from './team-desk.module.css';

/** What teams ask of the desk, then who waits for places, then who comes. */
export default function BookingsPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: DESK_BOOKINGS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`团队预约`}
      lead={<Trans>等得最久的排在最前面。答复以前，名额一直替他们留着，别的团队约不到。</Trans>}
      actions={
        may('team.read') ? (
          <LinkButton to="/agency/teams" variant="default">
            <Trans>来访团队</Trans>
          </LinkButton>
        ) : null
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : data ? (
        <Bookings bookings={data.teamBookings.map((one) => readFragment(DESK_BOOKING, one))} reload={reload} />
      ) : (
        <LoadingState lines={8} />
      )}
      <WhoSees permission="team.read" />
    </Page>
  );
}

interface BookingsProps {
  readonly bookings: readonly DeskBookingFragment[];
  readonly reload: () => void;
}

function Bookings({ bookings, reload }: BookingsProps) {
  const { today } = useViewer().agency;
  const { toAnswer, waiting, coming, unrecorded } = deskOf(bookings, today);
  const list = (title: ReactNode, ones: readonly DeskBookingFragment[], lead?: ReactNode) =>
    ones.length > 0 ? (
      <Section title={title} lead={lead}>
        <ul className={styles['list']}>
          {ones.map((booking) => (
            <li key={booking.id}>
              <BookingCard booking={booking} reload={reload} />
            </li>
          ))}
        </ul>
      </Section>
    ) : null;
  if (bookings.length === 0) {
    return (
      <EmptyState
        drawing={<TwoPaths />}
        title={<Trans>现在没有团队预约</Trans>}
        action={
          <LinkButton to="/agency/activities">
            <Trans>去看活动</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>在开放的活动里写下团队参加的条件，企业、机关、高校和社团就能来约。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      {toAnswer.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>没有等您答复的团队。</Trans>
        </p>
      ) : null}
      {list(<Plural value={toAnswer.length} other="# 个团队等您答复" />, toAnswer)}
      {list(<Trans>在排队，或者在考虑</Trans>, waiting, <Trans>有名额空出来，就按先后问他们，不用您动手。</Trans>)}
      {list(<Trans>要来的</Trans>, coming)}
      {list(<Trans>日子过了，还没有记录</Trans>, unrecorded)}
    </>
  );
}
