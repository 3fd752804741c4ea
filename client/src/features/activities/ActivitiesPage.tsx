import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ActivityList, type ListedActivity } from './ActivityList.js';
import { ACTIVITIES } from './activities.operations.js';
import { MonthTable } from './MonthTable.js';
import { MoveActivity, type AskedMove } from './MoveActivity.js';
import { addDays } from '@tongxing/shared/kernel';
import { dayOf, firstOf, lastOf, monthOf, otherMonth, weekOf, weeksOf } from './month-view.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './activities.module.css';

type View = 'month' | 'week' | 'list';
const VIEWS: readonly View[] = ['month', 'week', 'list'];

/** A month or a week of activities, as a calendar or as a list; on a phone always as a list. */
export default function ActivitiesPage() {
  const { t } = useLingui();
  const may = useMay();
  const { today } = useViewer().agency;
  const [address, setAddress] = useSearchParams();
  const month = monthOf(address.get('month'), today);
  const format = useFormat();
  const titleId = useId();
  const view = VIEWS.find((one) => one === address.get('view')) ?? 'month';
  const day = dayOf(address.get('day'), today);
  const week = weekOf(day);
  const byWeek = view === 'week';
  const [from, to] = byWeek ? [week[0]?.day ?? day, week[6]?.day ?? day] : [firstOf(month), lastOf(month)];
  const title = byWeek ? `${format.day(from)} – ${format.day(to)}` : format.month(month);
  const [{ data, error, stale }, load] = useQuery({
    query: ACTIVITIES,
    variables: { from, to },
    requestPolicy: 'cache-and-network',
  });
  const go = (changes: Readonly<Record<string, string>>): void =>
    setAddress((before) => new URLSearchParams({ ...Object.fromEntries(before), ...changes }));
  const step = (by: number): void => go(byWeek ? { day: addDays(day, by * 7) } : { month: otherMonth(month, by) });
  const found = stale ? undefined : data?.activities;
  const [asked, setAsked] = useState<AskedMove>();
  const ask = may('activity.plan')
    ? (activity: ListedActivity, onDate = activity.onDate): void => setAsked({ activity, onDate })
    : undefined;
  return (
    <Page
      title={t`活动`}
      width="wide"
      lead={<Trans>每个活动先写计划，再由另一位同事审阅风险，然后开放。场地和同事不会同时在两个地方。</Trans>}
      actions={
        may('activity.plan') ? (
          <>
            <LinkButton to="/agency/activities/venues" variant="default">
              <Trans>场地</Trans>
            </LinkButton>
            <LinkButton to="/agency/activities/new">
              <Trans>计划一个活动</Trans>
            </LinkButton>
          </>
        ) : null
      }
    >
      <div className={styles['buttons']}>
        <Button variant="default" onClick={() => step(-1)}>
          {byWeek ? <Trans>上一周</Trans> : <Trans>上个月</Trans>}
        </Button>
        <Button variant="default" onClick={() => go({ month: today.slice(0, 7), day: today })}>
          {byWeek ? <Trans>这一周</Trans> : <Trans>这个月</Trans>}
        </Button>
        <Button variant="default" onClick={() => step(1)}>
          {byWeek ? <Trans>下一周</Trans> : <Trans>下个月</Trans>}
        </Button>
        <div className={styles['buttons']} role="group" aria-label={t`怎么看`}>
          {VIEWS.map((one) => (
            <Button
              key={one}
              variant={one === view ? 'filled' : 'subtle'}
              aria-pressed={one === view}
              onClick={() => go({ view: one })}
            >
              {one === 'month' ? <Trans>看月历</Trans> : one === 'week' ? <Trans>看一周</Trans> : <Trans>看列表</Trans>}
            </Button>
          ))}
        </div>
      </div>
      {error && !found ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !found ? (
        <LoadingState lines={8} />
      ) : view === 'list' ? (
        <section aria-labelledby={titleId}>
          <h2 id={titleId}>{title}</h2>
          <ActivityList title={title} activities={found} ask={ask} />
        </section>
      ) : (
        <>
          <MonthTable
            title={title}
            weeks={byWeek ? [week] : weeksOf(month)}
            today={today}
            activities={found}
            ask={ask}
          />
          <div className={styles['onPhone']}>
            <h2>{title}</h2>
            <ActivityList title={title} activities={found} ask={ask} />
          </div>
        </>
      )}
      {found?.length === 0 ? (
        <EmptyState
          drawing={<TwoPaths />}
          title={byWeek ? <Trans>这一周还没有活动</Trans> : <Trans>这个月还没有活动</Trans>}
        >
          <p>
            <Trans>先添加一个看过的场地，再计划活动。</Trans>
          </p>
        </EmptyState>
      ) : null}
      <MoveActivity
        asked={
          asked && { ...asked, activity: data?.activities.find(({ id }) => id === asked.activity.id) ?? asked.activity }
        }
        close={() => setAsked(undefined)}
        reload={() => load({ requestPolicy: 'network-only' })}
      />
      <WhoSees permission="activity.read" />
    </Page>
  );
}
