import { Trans, useLingui } from '@lingui/react/macro';
import { ACTIVITY_KINDS } from '@tongxing/shared/rules';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useActivityWords } from '../activities/index.js';
import { DayCard } from './DayCard.js';
import { DaysMonth } from './DaysMonth.js';
import { MONTH, monthsFrom, periodOf, suits } from './days-view.js';
import { NoTeam } from './NoTeam.js';
import styles from './team-booking.module.css';
import { TEAM_DAY, TEAM_DAYS } from './team-booking.operations.js';
import { useBookingWords } from './use-booking-words.js';

const FILTERS = ['month', 'kind', 'tasks', 'people'] as const;

/** The catalogue: days to which a team may come, with what is really free on each. */
export default function DaysPage() {
  const { t } = useLingui();
  const activity = useActivityWords();
  const words = useBookingWords();
  const format = useFormat();
  const { today } = useViewer().agency;
  const { values, set, clear, active } = useUrlFilters(FILTERS);
  const [{ data, error, stale }, load] = useQuery({
    query: TEAM_DAYS,
    variables: periodOf(values.month, today),
    requestPolicy: 'cache-and-network',
  });
  const days = (data?.teamDays ?? []).map((day) => readFragment(TEAM_DAY, day));
  const fitting = days.filter((day) => suits(day, values));
  const months = monthsFrom(today).map((month) => ({ value: month, label: format.month(month) }));
  return (
    <Page
      title={t`找一天一起来`}
      lead={<Trans>名额按大人和孩子的比例、带队的社会工作者和场地来算，看到多少就是多少。</Trans>}
      actions={
        <LinkButton to="/company/bookings" variant="default">
          <Trans>我们的预约</Trans>
        </LinkButton>
      }
    >
      <div className={styles['filters']} role="group" aria-label={t`挑选`}>
        <NativeSelect
          label={t`什么时候`}
          value={values.month}
          onChange={({ currentTarget }) => set('month', currentTarget.value)}
          data={[{ value: '', label: t`近三个月` }, ...months]}
        />
        <NativeSelect
          label={t`什么活动`}
          value={values.kind}
          onChange={({ currentTarget }) => set('kind', currentTarget.value)}
          data={[
            { value: '', label: t`不限` },
            ...ACTIVITY_KINDS.map(({ code }) => ({ value: code, label: activity.kind(code) })),
          ]}
        />
        <NativeSelect
          label={t`做什么`}
          value={values.tasks}
          onChange={({ currentTarget }) => set('tasks', currentTarget.value)}
          data={[
            { value: '', label: t`不限` },
            { value: 'WITH_CHILDREN', label: words.tasks('WITH_CHILDREN') },
            { value: 'WITHOUT_CHILDREN', label: words.tasks('WITHOUT_CHILDREN') },
          ]}
        />
        <TextInput
          label={t`来几位`}
          type="number"
          min={1}
          max={500}
          inputMode="numeric"
          value={values.people}
          onChange={({ currentTarget }) => set('people', currentTarget.value)}
        />
      </div>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data || (stale && days.length === 0) ? (
        <LoadingState lines={8} />
      ) : data.myTeams.length === 0 ? (
        <NoTeam />
      ) : fitting.length > 0 ? (
        <>
          <p className={styles['quiet']} role="status">
            <Trans>
              {fitting.length} 天合适，一共 {days.length} 天
            </Trans>
          </p>
          <DaysMonth
            month={MONTH.test(values.month) ? values.month : (fitting[0]?.onDate.slice(0, 7) ?? today.slice(0, 7))}
            months={months.map(({ value }) => value)}
            today={today}
            days={fitting}
            bookings={data.myTeamBookings}
            off={data.daysOff}
            people={values.people}
            show={(month) => set('month', month)}
          />
          <ul className={styles['days']}>
            {fitting.map((day) => (
              <li key={day.id}>
                <DayCard day={day} people={values.people} bookings={data.myTeamBookings} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <EmptyState
          drawing={<TwoPaths />}
          title={active ? <Trans>没有这样的日子</Trans> : <Trans>近三个月还没有开放的日子</Trans>}
          action={
            active ? (
              <Button variant="default" onClick={clear}>
                <Trans>不挑了，都看看</Trans>
              </Button>
            ) : null
          }
        >
          <p>
            {active ? (
              <Trans>换一个月份，或者少来几位试试；人多的时候，也可以分成两天。</Trans>
            ) : (
              <Trans>机构开放新的日子以后，会出现在这里。想早点约，请打电话商量。</Trans>
            )}
          </p>
        </EmptyState>
      )}
    </Page>
  );
}
