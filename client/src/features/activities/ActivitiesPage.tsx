import { Trans, useLingui } from '@lingui/react/macro';
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
import { ActivityList } from './ActivityList.js';
import { ACTIVITIES } from './activities.operations.js';
import { MonthTable } from './MonthTable.js';
import { firstOf, lastOf, monthOf, otherMonth } from './month-view.js';
import styles from './activities.module.css';

/** A month of activities, as a calendar or as a list; on a phone always as a list. */
export default function ActivitiesPage() {
  const { t } = useLingui();
  const may = useMay();
  const { today } = useViewer().agency;
  const [address, setAddress] = useSearchParams();
  const month = monthOf(address.get('month'), today);
  const asList = address.get('view') === 'list';
  const [{ data, error, stale }, load] = useQuery({
    query: ACTIVITIES,
    variables: { from: firstOf(month), to: lastOf(month) },
    requestPolicy: 'cache-and-network',
  });
  const go = (changes: Readonly<Record<string, string>>): void =>
    setAddress((before) => new URLSearchParams({ ...Object.fromEntries(before), ...changes }));
  const found = stale ? undefined : data?.activities;
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
        <Button variant="default" onClick={() => go({ month: otherMonth(month, -1) })}>
          <Trans>上个月</Trans>
        </Button>
        <Button variant="default" onClick={() => go({ month: today.slice(0, 7) })}>
          <Trans>这个月</Trans>
        </Button>
        <Button variant="default" onClick={() => go({ month: otherMonth(month, 1) })}>
          <Trans>下个月</Trans>
        </Button>
        <Button variant="subtle" onClick={() => go({ view: asList ? 'month' : 'list' })}>
          {asList ? <Trans>看月历</Trans> : <Trans>看列表</Trans>}
        </Button>
      </div>
      {error && !found ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !found ? (
        <LoadingState lines={8} />
      ) : asList ? (
        <ActivityList month={month} activities={found} />
      ) : (
        <>
          <MonthTable month={month} today={today} activities={found} />
          <div className={styles['onPhone']}>
            <ActivityList month={month} activities={found} />
          </div>
        </>
      )}
      {found?.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>这个月还没有活动</Trans>}>
          <p>
            <Trans>先添加一个看过的场地，再计划活动。</Trans>
          </p>
        </EmptyState>
      ) : null}
      <WhoSees permission="activity.read" />
    </Page>
  );
}
