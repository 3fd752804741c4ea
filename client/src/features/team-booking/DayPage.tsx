import { Trans } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { TeamDay_AllFragment, TeamDayPageQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useActivityWords } from '../activities/index.js';
import { isLiving } from './bookings-view.js';
import { CheckBy, Conduct, CostLines, EmployeeSteps, FreePlaces } from './DayParts.js';
import { HoldForm } from './HoldForm.js';
import { NoTeam } from './NoTeam.js';
import { bookingPath } from './paths.js';
import styles from './team-booking.module.css';
import { TEAM_DAY, TEAM_DAY_PAGE } from './team-booking.operations.js';
import { useBookingWords } from './use-booking-words.js';

/** One day: what it is, what is asked of guests, what it costs, and the places. */
export default function DayPage() {
  const { activityId = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: TEAM_DAY_PAGE,
    variables: { activityId },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  if (!data.teamDay) return <NotFoundState home="/company/days" />;
  return <DayView day={readFragment(TEAM_DAY, data.teamDay)} data={data} reload={reload} />;
}

interface DayViewProps {
  readonly day: TeamDay_AllFragment;
  readonly data: TeamDayPageQuery;
  readonly reload: () => void;
}

function DayView({ day, data, reload }: DayViewProps) {
  const format = useFormat();
  const activity = useActivityWords();
  return (
    <Page
      title={activity.theme(day)}
      lead={
        <>
          {format.dayOfWeek(day.onDate)} {activity.hours(day)} · <span lang={dataLang(day.venue)}>{day.venue}</span>
        </>
      }
    >
      <Section title={<Trans>这一天做什么</Trans>}>
        <Facts>
          <Fact name={<Trans>什么活动</Trans>}>{activity.kind(day.kind)}</Fact>
          <Fact name={<Trans>一起做成什么</Trans>}>
            <span lang={dataLang(day.taskGoal)}>{day.taskGoal}</span>
          </Fact>
          <Fact name={<Trans>孩子自己做什么</Trans>}>
            <span lang={dataLang(day.childrenPart)}>{day.childrenPart}</span>
          </Fact>
          <Fact name={<Trans>有几个孩子</Trans>}>
            <Trans>大约 {day.childCount} 个</Trans>
          </Fact>
          {day.otherTasks ? (
            <Fact name={<Trans>不接触孩子的任务</Trans>}>
              <span lang={dataLang(day.otherTasks)}>{day.otherTasks}</span>
            </Fact>
          ) : null}
          <Fact name={<Trans>在哪里</Trans>}>
            <span lang={dataLang(day.venue)}>{day.venue}</span>
            <p className={styles['quiet']}>
              <Trans>怎么走，约好以后告诉来的团队；孩子在哪里，不对外公开。</Trans>
            </p>
          </Fact>
        </Facts>
      </Section>
      <Section title={<Trans>名额</Trans>}>
        <FreePlaces day={day} />
        {day.waiting > 0 ? (
          <p className={styles['quiet']}>
            <Trans>{day.waiting} 个团队在排队</Trans>
          </p>
        ) : null}
        <Places day={day} data={data} reload={reload} />
        <p className={styles['quiet']}>
          <Trans>约好以后，{format.day(day.cancelUntil)} 以前可以自己取消；再晚要先和机构商量。</Trans>
        </p>
      </Section>
      <Section title={<Trans>来的人要做到</Trans>}>
        <Conduct />
      </Section>
      <Section title={<Trans>每位同事要准备什么</Trans>}>
        <EmployeeSteps day={day} />
        <CheckBy day={day} />
      </Section>
      <Section title={<Trans>费用</Trans>}>
        <CostLines lines={day.costLines} />
      </Section>
    </Page>
  );
}

/** The form for every team of the reader that has nothing on this day yet; the way to what the others have. */
function Places({ day, data, reload }: DayViewProps) {
  const words = useBookingWords();
  if (data.myTeams.length === 0) return <NoTeam />;
  const own = data.myTeamBookings.filter((one) => one.day.id === day.id && isLiving(one));
  const free = data.myTeams.filter((team) => !own.some((one) => one.team.id === team.id));
  return (
    <>
      {own.map((one) => (
        <Card key={one.id} tone="good">
          <p className={styles['words']}>
            <span lang={dataLang(one.team.shortName)}>{one.team.shortName}</span>：{words.state(one.state)}，
            <Trans>{one.people} 人</Trans>
          </p>
          <Link to={bookingPath(one.id)}>
            <Trans>看这个预约</Trans>
          </Link>
        </Card>
      ))}
      {free.length > 0 ? <HoldForm day={day} teams={free} reload={reload} /> : null}
    </>
  );
}
