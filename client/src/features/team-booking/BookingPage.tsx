import { Trans } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { TeamBooking_AllFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { yuanOf } from '../../ui/format/money.js';
import { useActivityWords } from '../activities/index.js';
import { BookingStory } from './BookingStory.js';
import { hasRunOut } from './bookings-view.js';
import { CancelBooking } from './CancelBooking.js';
import { ChangePeople } from './ChangePeople.js';
import { CheckBy, CostLines } from './DayParts.js';
import { NextStep } from './NextStep.js';
import { dayPath } from './paths.js';
import styles from './team-booking.module.css';
import { MY_TEAM_BOOKING, TEAM_BOOKING, TEAM_DAY } from './team-booking.operations.js';
import { useBookingWords } from './use-booking-words.js';

/** One booking: where it stands, what to do next as one button, and its story. Notices lead here. */
export default function BookingPage() {
  const { bookingId = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: MY_TEAM_BOOKING,
    variables: { id: bookingId },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  if (!data.myTeamBooking) return <NotFoundState home="/company/bookings" />;
  return <BookingView booking={readFragment(TEAM_BOOKING, data.myTeamBooking)} reload={reload} />;
}

export interface BookingProps {
  readonly booking: TeamBooking_AllFragment;
  readonly reload: () => void;
}

function BookingView({ booking, reload }: BookingProps) {
  const format = useFormat();
  const activity = useActivityWords();
  const words = useBookingWords();
  const day = readFragment(TEAM_DAY, booking.day);
  const { state, people, wanted, tasks, team, costs, cost, budget } = booking;
  const over = hasRunOut(booking);
  return (
    <Page
      title={activity.theme(day)}
      lead={
        <>
          <strong>{format.dayOfWeek(day.onDate)}</strong> {activity.hours(day)} ·{' '}
          <span lang={dataLang(team.name)}>{team.name}</span>
        </>
      }
      actions={
        <StateBadge tone={over ? 'quiet' : words.tone(state)}>
          {over ? words.end('EXPIRED') : words.state(state)}
        </StateBadge>
      }
    >
      <NextStep booking={booking} reload={reload} />
      <Section title={<Trans>约的是什么</Trans>}>
        <Facts>
          <Fact name={<Trans>几个人</Trans>}>
            {wanted > people ? (
              <Trans>
                {people} 人（想来 {wanted} 人）
              </Trans>
            ) : (
              <Trans>{people} 人</Trans>
            )}
          </Fact>
          <Fact name={<Trans>做什么</Trans>}>{words.tasks(tasks)}</Fact>
          <Fact name={<Trans>在哪里</Trans>}>
            <span lang={dataLang(day.venue)}>{day.venue}</span>
            {day.address ? (
              <p className={styles['quiet']} lang={dataLang(day.address)}>
                {day.address}
              </p>
            ) : (
              <p className={styles['quiet']}>
                <Trans>怎么走，约好以后在这里告诉您。</Trans>
              </p>
            )}
          </Fact>
          {tasks === 'WITH_CHILDREN' ? (
            <Fact name={<Trans>记录查询</Trans>}>
              <CheckBy day={day} />
            </Fact>
          ) : null}
          <Fact name={<Trans>费用</Trans>}>
            <CostLines lines={costs} />
            {costs.length > 0 ? (
              <p className={styles['total']}>
                <Trans>
                  {people} 位一共 <strong>{yuanOf(cost)} 元</strong>
                </Trans>
              </p>
            ) : null}
            {budget ? (
              <p className={BigInt(cost) > BigInt(budget) ? styles['over'] : styles['quiet']}>
                <Trans>您写的预算：{yuanOf(budget)} 元</Trans>
              </p>
            ) : null}
          </Fact>
          <Fact name={<Trans>谁约的</Trans>}>
            <span lang={dataLang(booking.requestedBy)}>{booking.requestedBy}</span>
          </Fact>
        </Facts>
        <Link to={dayPath(day.id)}>
          <Trans>这一天的详细介绍和要做到的事</Trans>
        </Link>
      </Section>
      <Section title={<Trans>这个预约的经过</Trans>}>
        <BookingStory booking={booking} />
      </Section>
      {over ? null : (
        <>
          <ChangePeople key={booking.version} booking={booking} reload={reload} />
          <CancelBooking booking={booking} reload={reload} />
        </>
      )}
    </Page>
  );
}
